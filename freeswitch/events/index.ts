export { SUBSCRIBED_EVENTS } from './subscribed.ts';
export { type Addressed, causeOf, translate, verbOf } from './translate.ts';
