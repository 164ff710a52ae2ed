/** Placeholder until the screen stands. */
export function ForgotPasswordScreen() {
  return null;
}
