import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

interface BugBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Keeps a bug in drawing what it holds from taking all of the window with it: React removes everything up to the next boundary,
 * and writes the error to the console. A class, because React has no other way to catch what a component throws.
 */
export class BugBoundary extends Component<BugBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onReopen={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

function Broken({ onReopen }: { readonly onReopen: () => void }) {
  const { t } = useTranslation();
  return (
    <Notice tone="wrong" role="alert">
      <span>{t('app.broken')}</span>
      <Button size="compact-sm" variant="default" onClick={onReopen}>
        {t('app.reopen')}
      </Button>
    </Notice>
  );
}
