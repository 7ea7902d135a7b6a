export const tenants = {
  title: '고객사',
};
