/** Lists page by page, by an opaque cursor: stable while rows are added, cheap at any depth. */
package baton.http.paging;
