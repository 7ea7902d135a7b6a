import type { signIn as korean } from '../ko/sign-in.ts';
import type { TextsLike } from '../texts.ts';

export const signIn: TextsLike<typeof korean> = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  code: 'Code',
  codeHint: 'The 6 digits of your authenticator, or a recovery code.',
  submit: 'Sign in',
  forgot: 'Forgotten your password?',
  back: 'Back to sign-in',
  startAgain: 'Use another account',
  ended: 'You have been signed out. Sign in to come back to where you were.',
  wrong: 'E-mail or password is not right.',
  wrongCode: 'The code is not right.',
  required: 'Please fill this in.',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  tagline: 'Telephone service that goes on when a line drops or a server stops',
  link: {
    title: 'Sign in by link',
    ready: 'The button below signs you in. This link works once.',
    invalid: 'This link no longer works.',
    invalidAdvice: 'It has been used, or its time is over. Sign in with your password or get a new link.',
  },
  reset: {
    title: 'Reset password',
    ask: 'Enter your e-mail address and we send you a link to set a new password.',
    send: 'Send link',
    sent: 'Look into your mail.',
    sentAdvice:
      'If there is an account for {{email}}, a mail with a link is on its way. If none comes, look into the spam folder or ask your administrator.',
    set: 'Set password',
    setTitle: 'New password',
    next: 'New password',
    rule: '12 characters or more. Several words in a row are safe and easy to remember.',
    weak: 'This password is too short or too common.',
    done: 'Your password is changed.',
    doneAdvice: 'Sign in with it. All other devices have been signed out.',
  },
  invitation: {
    title: 'Invitation',
    welcome: '{{company}} has invited you.',
    name: 'Name',
    accept: 'Start',
  },
};
