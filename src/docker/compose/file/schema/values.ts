import { list, mapOf, of, oneOf, type Schema, strict, struct } from './notation.ts';

export const text = of('string');
/** Where a variable may stand for it, a string is taken too. */
export const flag = of('boolean', 'string');
export const wholeOrText = of('integer', 'string');
export const numberOrText = of('number', 'string');

export const names = /^[a-zA-Z0-9._-]+$/;

export const textList = list(text);
export const distinctTexts = list(text, true);
export const textOrList = oneOf(text, distinctTexts);
export const listOrMap = oneOf(mapOf(/.+/, of('string', 'number', 'boolean', 'null'), true), distinctTexts);
export const command = oneOf(of('null'), text, textList);
export const extraHosts = oneOf(mapOf(/.+/, oneOf(text, textList), true), distinctTexts);
export const driverOptions = mapOf(/^.+$/, of('string', 'number'));

export const ulimits = mapOf(/^[a-z]+$/, oneOf(wholeOrText, struct({ hard: wholeOrText, soft: wholeOrText }, ['soft', 'hard'])));

export const fileReferences = list(oneOf(text, struct({ source: text, target: text, uid: text, gid: text, mode: numberOrText })));

export const hook = struct({ command, user: text, privileged: flag, working_dir: text, environment: listOrMap });

const deviceRequest = { capabilities: distinctTexts, count: of('string', 'integer'), device_ids: distinctTexts, driver: text, options: listOrMap };

export const devices = list(struct(deviceRequest, ['capabilities']));

/** With any keys besides, as the schema forgets to forbid them. */
export const gpus: Schema = oneOf({ types: ['string'], enum: ['all'] }, list({ types: ['object'], properties: new Map(Object.entries(deviceRequest)) }));

export const envFile = oneOf(text, list(oneOf(text, strict({ path: text, format: text, required: flag }, ['path']))));
