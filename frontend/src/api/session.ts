/** Who calls: nobody has to say so on the machine that serves; elsewhere a token does. */
import { Problem } from '../logic/problems.ts';
import { ask, client } from './client.ts';

export const signIn = (token: string): Promise<unknown> => ask(client.POST('/api/v1/session', { body: { token } }));

/** Whether the server wants a token first. */
export async function mustSignIn(): Promise<boolean> {
  try {
    await ask(client.GET('/api/v1/session'));
    return false;
  } catch (refused) { return refused instanceof Problem && refused.status === 401; }
}
