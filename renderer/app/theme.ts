import { createTheme } from '@mantine/core';

/** Only what Mantine needs in script; colours and sizes are in theme.css. */
export const theme = createTheme({
  cursorType: 'pointer',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
  },
});
