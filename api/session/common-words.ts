/**
 * Words and strokes that guessers try first, written together by hand: English and Korean ones, Korean typed on an
 * English layout (`qlalfqjsgh` is 비밀번호), keyboard patterns, and what stands around a telephone system. Lower case.
 */
const TEXT = `
password passwort passwd passphrase passcode secret secure security private confidential letmein welcome hello hallo
goodbye admin administrator root system superuser supervisor operator manager master owner user username guest test
tester testing temp temporary default change changeme changeit login logon signin signup account access enter open
sesame unlock locked forgot remember reset initial backup service support helpdesk office company business work
employee staff team server database oracle postgres mysql redis docker linux ubuntu debian windows apple google naver
kakao daum samsung hyundai lotte android iphone internet network router modem wifi computer laptop keyboard monitor
phone telephone callcenter callcentre callwright freeswitch asterisk temporal agent trunk number extension voicemail
qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qazwsx qazxsw wsxedc edcrfv rfvtgb qwer qweasd qweasdzxc asdzxc zaqxsw
1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 a1s2d3f4 z1x2c3v4 1a2b3c4d a1b2c3d4 zaq1xsw2
abc123 abcd1234 123abc 1234abcd pass1234 test1234 admin1234 qwe123 asd123 zxc123 aaa111 111aaa 123qwe 123123 321321
112233 121212 131313 159753 147258 147258369 369258147 258456 741852963 789456123 987654321 1004 486 8282 7942 0000 1111
iloveyou loveyou love lover lovely forever always together happy happiness smile sunshine sunlight moonlight starlight
princess prince queen king angel devil baby babygirl babyboy honey sweet sweetheart darling beauty beautiful pretty
family mother father mommy daddy sister brother friend friends bestfriend husband wife daughter grandma grandpa
football soccer baseball basketball hockey tennis golf swimming running fighter champion winner player gamer game
dragon monkey tiger lion eagle falcon phoenix wolf bear panda shark whale dolphin turtle rabbit horse kitty kitten puppy
doggy butterfly snake spider chicken banana orange apple cherry strawberry chocolate cookie coffee cheese pepper ginger
summer winter spring autumn january february march april june july august september october november december monday
tuesday wednesday thursday friday saturday sunday today tomorrow yesterday morning evening midnight weekend holiday
red blue green yellow black white purple silver golden diamond crystal rainbow thunder lightning storm shadow ghost
superman batman spiderman ironman starwars startrek matrix pokemon pikachu naruto minecraft fortnite starcraft zergling
terran protoss overwatch leagueoflegends maplestory lineage sudden attack warcraft diablo mario zelda harrypotter
michael jordan jennifer jessica michelle ashley daniel thomas robert charlie william richard joseph david andrew matthew
samantha nicole amanda elizabeth hannah sophia olivia charlotte alexander benjamin jackson mustang ferrari porsche
corvette mercedes toyota honda harley yamaha arsenal chelsea liverpool barcelona manchester madrid yankees lakers cowboys
korea seoul busan incheon daegu daejeon gwangju ulsan jeju gangnam hongdae republic daehan daehanminguk hanguk coreano
america newyork london paris berlin tokyo osaka china japan whatever nothing something anything everything trustno
freedom liberty justice power magic money dollar million billion lucky success victory heaven jesus christ church bible
blessed faith buddha spirit creative design student teacher school college university hospital doctor nurse police
sarang saranghae saranghaeyo annyeong annyeonghaseyo hwaiting fighting bimilbeonho gamsa gamsahamnida kimchi bibimbap
qlalfqjsgh qlqjs dkssud dkssudgktpdy tkfkd tkfkdgo tkfkdgody tkfkdgkqslek rkatk rkatkgkqslek ghkdlxld rhksflwk tkwkd
eogksalsrnr eogks alsrnr gksrnr tjdnf qntks dlscjs wpwn dkdlel fhrmdls dkagh wlqwnd rhror tkddlf tkadl rldjr
gksmf tkdfkd vudghk godqhr godqhrgo wkdal qksekr qkek gkrry tjstod gkstod clsrn rkwhr djajsl dkqk dkqjwl
사랑 사랑해 사랑해요 안녕 안녕하세요 비밀번호 관리자 대한민국 감사합니다 화이팅 우리집 가족 엄마 아빠 친구 행복 행운 고객센터 상담원 회사 전화
`;

/** Longest first, so that a word within another does not leave its rest behind. */
export const COMMON_WORDS: readonly string[] = [...new Set(TEXT.split(/\s+/).filter(Boolean))].sort(
  (a, b) => b.length - a.length,
);
