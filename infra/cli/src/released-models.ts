/** The case definitions of this release; a module of its own, so that commands that need none do not load the record. */
export { models } from '@titian/persistence';
