
import { useTexts } from '../../core/i18n/useTexts';
import { Sheet } from '../../core/ui/Sheet';
import type { ComposeSheetProps } from '../compose/sheets';
import { Choices } from './Choices';
import { TERMS, termText } from './terms';
import { texts } from './texts';
import styles from './Time.module.css';

/** How long the next message shall live. */
export default function LifetimeSheet({ context, onClose }: ComposeSheetProps) {
  const t = useTexts(texts);
  const { extras, conversation } = context;
  const longest = conversation.lifetime ?? Number.POSITIVE_INFINITY;
  const offered = TERMS.filter((term) => term <= longest);
  const choose = (id: string) => {
    if (id === 'never') extras.drop('lifetime');
    else extras.set({ lifetime: Number(id) });
    onClose();
  };
  const never = conversation.lifetime ? [] : [{ id: 'never', text: t('lifetime.never') }];
  return (
    <Sheet title={t('lifetime.title')} size={420} fit onClose={onClose}>
      <Choices
        label={t('lifetime.title')}
        choices={[...never, ...offered.map((term) => ({ id: String(term), text: termText(term, t) }))]}
        chosen={String(extras.content?.lifetime ?? conversation.lifetime ?? 'never')}
        onChoose={choose}
      />
      <p className={styles.hint}>{t('lifetime.hint')}</p>
    </Sheet>
  );
}
