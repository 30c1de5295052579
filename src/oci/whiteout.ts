/** Name prefix of a whiteout in a layer: the file of the rest of the name, in the layers below, is gone. */
export const whiteoutPrefix = '.wh.';
/** Name of the file in a layer that hides all that the layers below have in its directory. */
export const opaqueWhiteout = '.wh..wh..opq';
