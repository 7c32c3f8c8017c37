/** How large a request body may be, path by path, refused before it is read whole. */
package baton.http.body;
