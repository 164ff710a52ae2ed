import { Popup } from '../../src/popup/popup.tsx';
import { showWindow } from '../../src/window/show-window.tsx';

showWindow(Popup);
