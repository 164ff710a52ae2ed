import { Alert, Switch, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SettingsForm, type FieldsProps } from '../../shell/settings-form.tsx';
import { changeDesktop, desktopQuery, type DesktopSettings } from './queries.ts';

type Draft = Pick<DesktopSettings, 'shortcut' | 'caFile' | 'proxy' | 'autostart'>;

/** What belongs to this computer: how the app starts, opens and reaches the server. */
export function DesktopForm({ settings }: { settings: DesktopSettings }) {
  const client = useQueryClient();
  const { shortcut, caFile, proxy, autostart } = settings;
  const saving = useMutation({
    mutationFn: changeDesktop,
    onSuccess: (next) => client.setQueryData(desktopQuery.queryKey, next),
  });
  return (
    <SettingsForm<Draft>
      className="visitor-form"
      stored={{ shortcut, caFile, proxy, autostart }}
      saving={saving}
    >
      {(fields) => (
        <>
          <Fields {...fields} />
          {saving.error !== null && (
            <Alert color="red" variant="light" role="alert">
              {saving.error.message}
            </Alert>
          )}
        </>
      )}
    </SettingsForm>
  );
}

function Fields({ draft, onChange }: FieldsProps<Draft>) {
  const { t } = useLingui();
  const text = (name: 'shortcut' | 'caFile' | 'proxy') => ({
    value: draft[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ [name]: event.currentTarget.value.trim() }),
  });
  return (
    <>
      <TextInput
        label={t`Shortcut that opens the search from everywhere`}
        placeholder="Ctrl+Alt+G"
        {...text('shortcut')}
      />
      <Switch
        label={t`Start with the computer`}
        checked={draft.autostart}
        onChange={(event) => onChange({ autostart: event.currentTarget.checked })}
      />
      <TextInput label={t`Proxy`} placeholder={t`As the system says`} {...text('proxy')} />
      <TextInput
        label={t`File with certificates to trust (PEM)`}
        placeholder={t`Only those of the system`}
        {...text('caFile')}
      />
    </>
  );
}
