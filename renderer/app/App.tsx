import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { AnnouncerProvider } from '../ui/Announcer.tsx';
import { Frame } from './Frame.tsx';
import { type Services, ServicesContext } from './services.ts';
import { theme } from './theme.ts';

export interface AppProps {
  readonly services: Services;
  readonly languages: i18n;
}

/**
 * The whole window. Mantine's own style tags are off: its variables are in the style sheets, so that the page's
 * content security policy need not allow inline styles.
 */
export function App({ services, languages }: AppProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <I18nextProvider i18n={languages}>
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <QueryClientProvider client={queryClient}>
          <ServicesContext value={services}>
            <AnnouncerProvider>
              <Frame />
            </AnnouncerProvider>
          </ServicesContext>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
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
