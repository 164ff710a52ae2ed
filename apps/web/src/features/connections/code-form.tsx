import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { VisitorForm } from '../session/visitor-form.tsx';
import { VisitorFrame } from '../session/visitor-frame.tsx';

/** Takes the code that another client shows, typed by hand. */
export function CodeForm() {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <VisitorFrame
      title={t`Connect an app`}
      hint={<Trans>Type the code that the app or the browser plugin shows.</Trans>}
    >
      <VisitorForm
        error={null}
        busy={false}
        action={t`Continue`}
        onEdit={() => undefined}
        onSubmit={(typed) => {
          const code = typed('code').trim().toUpperCase();
          if (code !== '') void navigate({ to: '/connect', search: { code } });
        }}
      >
        <TextInput
          name="code"
          label={t`Code`}
          placeholder="ABCD-EFGH"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          className="connect-code"
          data-autofocus
        />
      </VisitorForm>
    </VisitorFrame>
  );
}
