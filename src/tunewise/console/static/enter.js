// Goes on to the console without the token, as a page of the console: whoever came from another site's page
// would bring along that site as the origin of a redirect, and no cookie.
location.replace("/");
