import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Key } from '../../ui/Keys.tsx';
import { type Chapter, chapterOfLink } from './chapters.ts';
import styles from './manual.module.css';
import { anchorOf } from './sections.ts';
import { pictureAddress } from './texts.ts';

export interface ManualTextProps {
  readonly markdown: string;
  onOpen(chapter: Chapter): void;
}

/** A chapter as React elements: no HTML of the text's own. What is set as code is a key. */
export function ManualText({ markdown, onOpen }: ManualTextProps) {
  const parts: Components = {
    h1: ({ children }) => <h2>{children}</h2>,
    h2: ({ children }) => (
      <h3 id={anchorOf(String(children))} tabIndex={-1}>
        {children}
      </h3>
    ),
    code: ({ children }) => <Key name={String(children)} />,
    img: ({ src, alt }) => <Picture named={typeof src === 'string' ? src : ''} alt={alt ?? ''} />,
    a: ({ href, children }) => {
      const chapter = chapterOfLink(href ?? '');
      if (chapter === null) return <span>{children}</span>;
      return (
        <button type="button" className={styles.link} onClick={() => onOpen(chapter)}>
          {children}
        </button>
      );
    },
  };
  return (
    <article className={styles.text}>
      <Markdown remarkPlugins={[remarkGfm]} components={parts}>
        {markdown}
      </Markdown>
    </article>
  );
}

/** Nothing where the picture was not taken yet: the text says it all by itself. */
function Picture({ named, alt }: { readonly named: string; readonly alt: string }) {
  const address = pictureAddress(named);
  return address === null ? null : <img src={address} alt={alt} className={styles.picture} />;
}
