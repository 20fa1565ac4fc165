import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { type ReactNode, useMemo, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { ShellApi } from '../../contract/shell.ts';
import { createPictureCache } from '../canvas/picture-cache.ts';
import { createHeldFilter } from '../screens/batches/held-filter.ts';
import { AnnouncerProvider } from '../ui/Announcer.tsx';
import { BugBoundary } from '../ui/BugBoundary.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Frame } from './Frame.tsx';
import { createHeldPlaces } from './held-places.ts';
import { createHolds } from './holds.ts';
import { textIn } from './i18n.ts';
import type { PictureAddress } from './pictures.ts';
import { ServicesContext } from './services.ts';
import { theme } from './theme.ts';
import { type LinkedStation, useStationLink } from './use-station-link.ts';

export interface AppProps {
  readonly shell: ShellApi;
  readonly pictures: PictureAddress;
  readonly languages: i18n;
}

/** Decoded pages are large: those of the document in hand and of the next one. */
const heldPictures = 16;
/** Some screens of small pictures, so that scrolling back is at once. */
const heldThumbnails = 300;

/**
 * The whole window. Mantine's own style tags are off: its variables are in the style sheets, so that the page's
 * content security policy need not allow inline styles.
 */
export function App({ shell, pictures, languages }: AppProps) {
  const linked = useStationLink(shell.station);
  return (
    <I18nextProvider i18n={languages}>
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <StationNotice state={linked.state} />
        {linked.state.kind === 'stopped' ? null : (
          <Linked key={linked.turn} shell={shell} pictures={pictures} link={linked.link}>
            <AnnouncerProvider>
              <BugBoundary>
                <Frame />
              </BugBoundary>
            </AnnouncerProvider>
          </Linked>
        )}
      </MantineProvider>
    </I18nextProvider>
  );
}

interface LinkedProps extends Pick<AppProps, 'shell' | 'pictures'> {
  readonly link: LinkedStation['link'];
  readonly children: ReactNode;
}

/** What belongs to one link: the answers kept and the pictures held begin anew with the next. */
function Linked({ shell, pictures, link, children }: LinkedProps) {
  const [queryClient] = useState(createQueryClient);
  const services = useMemo(
    () => ({
      ...{ shell, pictures, station: link.client, gate: link.gate },
      pictureCache: createPictureCache(heldPictures),
      thumbnailCache: createPictureCache(heldThumbnails),
      heldPlaces: createHeldPlaces(window.sessionStorage),
      heldFilter: createHeldFilter(),
      holds: createHolds(link.client.work),
    }),
    [shell, link, pictures],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={services}>{children}</ServicesContext>
    </QueryClientProvider>
  );
}

/** The station is on this machine: what failed once fails again, so nothing is retried behind the person's back. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: true, staleTime: 1_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

function StationNotice({ state }: { readonly state: LinkedStation['state'] }) {
  const { t, i18n } = useTranslation();
  if (state.kind === 'stopped') {
    return (
      <Notice tone="wrong" role="alert">
        {textIn(i18n.language, state.message)}
      </Notice>
    );
  }
  if (state.kind !== 'restarting') return null;
  return (
    <Notice tone="doubt" role="alert">
      {t('app.restarting')}
    </Notice>
  );
}
