export const outboxTexts = {
  title: '문자 보관함',
  lead: '보내지 않고 보관한 문자를 휴대전화에 보이는 모습으로 보여 줍니다.',
  notSent:
    '여기 있는 문자는 실제로 보내지 않았습니다. 문자 사업자가 설정되지 않으면 모든 문자를 여기에 보관합니다. 보내려면 MESSAGE_PROVIDER를 설정하고 다시 시작하십시오.',
  list: '보관한 문자',
  to: '받는 번호',
  channel: { sms: 'SMS', lms: 'LMS', mms: 'MMS', alimtalk: '알림톡' },
  emptyTitle: '보관한 문자가 없습니다',
  emptyHint: '문자 사업자 없이 문자를 보내면 여기에 보입니다. 가장 새로운 200건까지 보여 줍니다.',
};
