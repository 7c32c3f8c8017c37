/**
 * What every door of Baton does alike: who is calling ({@link baton.http.keys}), how a refusal
 * looks ({@link baton.http.problem}), what names a call that may be repeated ({@link
 * baton.http.idempotency}), how lists are paged ({@link baton.http.paging}), what text it may hold
 * ({@link baton.http.text}), how a request is followed through the logs ({@link
 * baton.http.correlation}) and how large a body may be ({@link baton.http.body}).
 *
 * <p>Defaults that all services share stand in {@code META-INF/microprofile-config.properties} of
 * this jar. A service overrides them in its own {@code application.properties}.
 */
package baton.http;
