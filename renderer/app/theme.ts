import { createTheme } from '@mantine/core';

/** Only what Mantine needs in script; colours and sizes are in theme.css. */
export const theme = createTheme({
  cursorType: 'pointer',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // The page itself never scrolls, and locking it would add a style tag.
    ModalRoot: { defaultProps: { centered: true, lockScroll: false, transitionProps: { duration: 0 } } },
  },
});
