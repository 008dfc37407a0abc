import type { Dispatcher } from 'undici';

/** Whether any byte of a request may have left this machine. */
export interface SentMark {
  sent: boolean;
}

/**
 * An undici interceptor that sets the mark at the moment a connected socket is about to write the request.
 * As long as it is unset, WeChat cannot have seen the call (refused, no DNS, failed TLS, full pool), whatever
 * the error is called: more certain than any list of error codes.
 */
export function marking(mark: SentMark): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context: unknown) => {
        handler.onRequestStart?.(controller, context);
        // A call whose time was up while it queued is aborted right here, unwritten.
        if (!controller.aborted) mark.sent = true;
      },
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    });
}
