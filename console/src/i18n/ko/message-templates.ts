export const messageTemplates = {
  title: '문자 템플릿',
};
