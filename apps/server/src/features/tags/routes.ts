import * as contract from '@timegrove/contract/tags.ts';
import type { Door } from '../../http/bind.ts';
import { addTag } from './add-tag.ts';
import { changeTag } from './change-tag.ts';
import { listTags } from './list-tags.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function tagRoutes(door: Door): void {
  door.bind(contract.listTags, listTags);
  door.bind(contract.addTag, addTag);
  door.bind(contract.changeTag, changeTag);
}
