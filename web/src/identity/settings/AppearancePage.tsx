import { FormItem, Radio, RadioGroup, Select } from '@vkontakte/vkui';
import { useMemo } from 'react';

import { api } from '../../core/api/client';
import type { Me } from '../../core/api/types';
import { useLanguage, type Language } from '../../core/i18n/language';
import { useExplain, useT } from '../../core/i18n/useT';
import { toast } from '../../core/ui/dialogs';
import { PartTitle, Page, Section } from '../../core/ui/Page';
import { useTheme, type ThemeChoice } from '../../core/ui/theme';
import { adopt, useMe } from '../session';
import styles from './AppearancePage.module.css';

const THEMES: ThemeChoice[] = ['system', 'light', 'dark'];
const LANGUAGES: [Language, string][] = [
  ['ru', 'Русский'],
  ['en', 'English'],
];

/** Theme, language and time zone: the theme belongs to the device, the rest follows the person. */
export function AppearancePage() {
  const t = useT();
  const explain = useExplain();
  const me = useMe();
  const { choice, choose } = useTheme();
  const language = useLanguage((state) => state.language);
  const zones = useZones(me.time_zone, language);
  const change = async (what: { locale?: string; time_zone?: string }) => {
    try {
      adopt(await api.patch<Me>('/api/me', what));
    } catch (error) {
      toast(explain(error), { failed: true });
    }
  };
  return (
    <Page title={t('settings.appearance')} up="/settings">
      <Section>
        <RadioGroup mode="vertical" aria-label={t('appearance.theme')} className={styles.group}>
          <PartTitle className={styles.title}>{t('appearance.theme')}</PartTitle>
          {THEMES.map((theme) => (
            <Radio key={theme} name="theme" value={theme} checked={choice === theme} onChange={() => choose(theme)}>
              {t(`appearance.theme.${theme}`)}
            </Radio>
          ))}
        </RadioGroup>
      </Section>
      <Section>
        <RadioGroup mode="vertical" aria-label={t('appearance.language')} className={styles.group}>
          <PartTitle className={styles.title}>{t('appearance.language')}</PartTitle>
          {LANGUAGES.map(([value, name]) => (
            <Radio
              key={value}
              name="language"
              value={value}
              lang={value}
              checked={language === value}
              onChange={() => void change({ locale: value })}
            >
              {name}
            </Radio>
          ))}
        </RadioGroup>
      </Section>
      <FormItem top={t('appearance.time_zone')} htmlFor="time_zone" noPadding className={styles.zone}>
        <Select
          id="time_zone"
          searchable
          filterFn={(words, option) => String(option.label).toLowerCase().includes(words.toLowerCase())}
          emptyText={t('appearance.time_zone.none')}
          options={zones}
          value={me.time_zone}
          onChange={(_, value) => void change({ time_zone: String(value) })}
        />
      </FormItem>
    </Page>
  );
}

function useZones(current: string, language: string) {
  return useMemo(() => {
    const names = new Set([
      current,
      ...Intl.supportedValuesOf('timeZone').filter((zone) => /^(Europe|Asia)\//.test(zone)),
    ]);
    return [...names].map((zone) => ({
      value: zone,
      label: `${zone.replaceAll('_', ' ')} — ${zoneName(zone, language)}`,
    }));
  }, [current, language]);
}

function zoneName(zone: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
