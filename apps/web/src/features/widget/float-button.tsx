import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconPictureInPicture } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { showRefusal } from '../../shell/refusal.ts';
import { ViewContext } from '../timers/use-elapsed.ts';
import { widgetName } from './fit-window.ts';
import { openFloating, widgetSize } from './picture-in-picture.ts';

const loadWidget = async () => import('./widget.tsx');
const Widget = lazy(async () => ({ default: (await loadWidget()).Widget }));

/** Opens the timer in a small window that stays on top; where a browser has none, in a small window. */
export function FloatButton() {
  const { t } = useLingui();
  const [view, setView] = useState<Window | null>(null);
  const float = async (): Promise<void> => {
    const opener = window.documentPictureInPicture;
    if (opener === undefined) return openPopup();
    // Its styles come with it, and the small window takes over what is there.
    await loadWidget();
    const opened = await openFloating(opener);
    opened.addEventListener('pagehide', () => setView(null));
    setView(opened);
  };
  return (
    <>
      <ActionIcon
        className="timer-float"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t`Float the timer in a small window`}
        title={t`Float`}
        onClick={() => void float().catch(showRefusal)}
      >
        <IconPictureInPicture size={18} />
      </ActionIcon>
      {view !== null &&
        createPortal(
          <ViewContext value={view}>
            <Suspense>
              <Widget />
            </Suspense>
          </ViewContext>,
          view.document.body,
        )}
    </>
  );
}

function openPopup(): void {
  const { width, height } = widgetSize;
  window.open('/widget', widgetName, `popup,width=${width},height=${height}`);
}
