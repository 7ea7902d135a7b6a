import {
  TemplateDraft,
  TemplateListView,
  TemplateParams,
  TemplatePreview,
  TemplatePreviewOrder,
  TemplateReview,
  TemplateView,
} from '../../contracts/api/message-templates.ts';
import type { Route } from '../http/route.ts';
import {
  changeTemplate,
  createTemplate,
  listTemplates,
  removeTemplate,
  reviewTemplate,
  type TemplateParts,
} from './message-template-handlers.ts';
import { previewTemplate } from './preview-template.ts';

/** Texts to fill in, ours and Kakao's. */
export const messageTemplateRoutes = (parts: TemplateParts): readonly Route[] => [
  {
    method: 'get',
    path: '/api/v1/message-templates',
    access: 'messages.read',
    describe: { summary: 'Templates, by name', answer: TemplateListView },
    handler: listTemplates(parts),
  },
  {
    method: 'post',
    path: '/api/v1/message-templates',
    access: 'messages.manage',
    describe: { summary: 'Makes a template', body: TemplateDraft, answer: TemplateView },
    handler: createTemplate(parts),
  },
  {
    method: 'post',
    path: '/api/v1/message-templates/preview',
    access: 'messages.manage',
    describe: {
      summary: 'What a text becomes with these values; keeps nothing',
      body: TemplatePreviewOrder,
      answer: TemplatePreview,
    },
    handler: previewTemplate(),
  },
  {
    method: 'patch',
    path: '/api/v1/message-templates/:id',
    access: 'messages.manage',
    describe: {
      summary: 'Rewrites a template; an approved Alimtalk has to be reviewed again',
      params: TemplateParams,
      body: TemplateDraft,
      answer: TemplateView,
    },
    handler: changeTemplate(parts),
  },
  {
    method: 'delete',
    path: '/api/v1/message-templates/:id',
    access: 'messages.manage',
    describe: {
      summary: 'Takes a template away; messages that were made of it stay',
      params: TemplateParams,
    },
    handler: removeTemplate(parts),
  },
  {
    method: 'post',
    path: '/api/v1/message-templates/:id/review',
    access: 'messages.approve',
    describe: {
      summary: 'Enters what Kakao said of an Alimtalk template',
      params: TemplateParams,
      body: TemplateReview,
      answer: TemplateView,
    },
    handler: reviewTemplate(parts),
  },
];
