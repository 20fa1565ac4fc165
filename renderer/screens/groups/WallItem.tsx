import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../contract/common.ts';
import type { GroupMember } from '../../../contract/verification-aids.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { pictureSize } from '../../canvas/picture.ts';
import { uprightBox } from '../../canvas/view.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './groups.module.css';

export interface WallItemProps {
  readonly id: string;
  readonly member: GroupMember;
  readonly title: Bilingual;
  readonly current: boolean;
  readonly out: boolean;
  onTurn(): void;
}

/** Height of a place in the snippet, as a share of the snippet's height. */
const shareOfHeight = 0.6;
/** Height of a snippet in rem at the usual size; the style sheet has it too. */
const heightRem = 3.5;
/** Longer places are cut off at the right: what is different shows at their beginning mostly, and the document is near. */
const mostWidthRem = 15;
/** Narrower ones show what stands beside the place, and a frame around the place. */
const leastWidthRem = 3.5;

/**
 * One snippet: the page's picture, cut to the place by the browser. Snippets out of sight are neither loaded nor drawn, so
 * that hundreds of pages cost no more than those in sight.
 */
export const WallItem = memo(function WallItem({ id, member, title, current, out, onTurn }: WallItemProps) {
  const { t, i18n } = useTranslation();
  const { pictures } = useServices();
  const size = pictureSize(member.page);
  const [x0, y0, x1, y1] = uprightBox(member.boxPx, size, member.page.rotationDeg);
  const height = Math.max(1, y1 - y0);
  const scale = (heightRem * shareOfHeight) / height;
  const margin = (height * (1 - shareOfHeight)) / shareOfHeight / 2;
  const rem = (px: number): string => `calc(${px * scale}rem * var(--snippet))`;
  const place = x1 - x0;
  const widthPx = Math.max(leastWidthRem / scale, Math.min(place + 2 * margin, mostWidthRem / scale));
  const lead = Math.max(margin, (widthPx - place) / 2);
  const isNarrow = lead > margin;
  return (
    // The list hears the keys; a click does what Space does.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      className={styles.item}
      role="option"
      tabIndex={-1}
      aria-selected={!out}
      aria-label={t('groups.item', { number: member.ordinal + 1, field: textIn(i18n.language, title) })}
      data-current={current}
      data-out={out}
      style={{ width: rem(widthPx) }}
      onClick={onTurn}
    >
      <img
        className={styles.itemPicture}
        src={pictures(member.page.id, 'screen')}
        alt=""
        loading="lazy"
        decoding="async"
        draggable={false}
        style={{ width: rem(size.width), height: rem(size.height), left: rem(lead - x0), top: rem(margin - y0) }}
      />
      {isNarrow ? (
        <span
          className={styles.itemPlace}
          style={{ left: rem(lead), top: rem(margin), width: rem(place), height: rem(height) }}
        />
      ) : null}
      {out ? (
        <span className={styles.itemOut}>
          <Icon name="remove" />
          <span className="visually-hidden">{t('groups.out')}</span>
        </span>
      ) : null}
    </div>
  );
});
