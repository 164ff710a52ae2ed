import { defineContentScript } from 'wxt/utils/define-content-script';
import { putButtons } from '../src/in-page/put-buttons.ts';

// Its pages are those of the vendors, as wxt.config.ts finds them.
export default defineContentScript({ matches: [], main: putButtons });
