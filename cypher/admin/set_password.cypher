// name: set_password
// summary: Change the password of the user who is logged in.
// param old: string -- the password until now
// param new: string -- the password from now on
// returns: nothing

ALTER CURRENT USER SET PASSWORD FROM $old TO $new
