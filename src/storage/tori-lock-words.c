/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-lock-words.h"

#include <string.h>

#include "storage/tori-session.h"

#define GROUP "torikumi"
#define MAX_WORDS 80 /* characters of a name that are shown */

void
tori_lock_holder_clear (ToriLockHolder *holder)
{
  g_clear_pointer (&holder->name, g_free);
  g_clear_pointer (&holder->host, g_free);
}

/* Not g_key_file_get_string (), which complains of what it reads; nothing has to be escaped in one line. */
static char *
get_text (GKeyFile *file, const char *key)
{
  char *text = g_key_file_get_value (file, GROUP, key, NULL);

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    g_clear_pointer (&text, g_free);
  return text;
}

/* One line of what anybody may have written. Returns: (transfer full) */
static char *
clean (const char *text)
{
  GString *line = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text == NULL ? "" : text; *p != '\0' && n < MAX_WORDS; p = g_utf8_next_char (p), n++)
    {
      const gunichar c = g_utf8_get_char (p);

      /* What has no form of its own could turn the sentence around that it is put in. */
      g_string_append_unichar (line, g_unichar_isgraph (c) ? c : ' ');
    }
  g_strstrip (line->str);
  return g_string_free (line, FALSE);
}

/**
 * tori_lock_parse:
 * @bytes: what a lock holds
 * @holder: (out caller-allocates): who holds it; empty for what is not there
 * @session: (out) (transfer full) (nullable): the holder's session
 *
 * Returns: whether it can be read; a lock that cannot be read is somebody's as well
 */
gboolean
tori_lock_parse (GBytes *bytes, ToriLockHolder *holder, char **session)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = NULL;
  g_autofree char *host = NULL;
  const gboolean ok = g_bytes_get_size (bytes) <= TORI_LOCK_MAX_SIZE
                      && g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL)
                      && g_key_file_has_group (file, GROUP);

  *holder = (ToriLockHolder){ 0 };
  *session = NULL;
  if (ok)
    {
      name = get_text (file, "name");
      host = get_text (file, "host");
      *session = get_text (file, "session");
      holder->since =
          CLAMP (g_key_file_get_int64 (file, GROUP, "since", NULL), 0, g_get_real_time () / G_USEC_PER_SEC);
    }
  holder->name = clean (name);
  holder->host = clean (host);
  if (*session != NULL && !tori_session_is_id (*session))
    g_clear_pointer (session, g_free);
  return ok;
}

static const char *
get_user (void)
{
  const char *name = g_get_real_name ();

  return *name == '\0' || g_str_equal (name, "Unknown") ? g_get_user_name () : name;
}

/**
 * tori_lock_make:
 * @session: the id of the holder's session
 * @since: since when they hold it, in seconds since 1970
 *
 * Returns: (transfer full): what a lock of this user holds
 */
GBytes *
tori_lock_make (const char *session, gint64 since)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *name = clean (get_user ());
  g_autofree char *host = clean (g_get_host_name ());
  gsize length;
  char *data;

  g_key_file_set_value (file, GROUP, "name", name);
  g_key_file_set_value (file, GROUP, "host", host);
  g_key_file_set_value (file, GROUP, "session", session);
  g_key_file_set_int64 (file, GROUP, "since", since);
  g_key_file_set_int64 (file, GROUP, "time", g_get_real_time () / G_USEC_PER_SEC);
  data = g_key_file_to_data (file, &length, NULL);
  return g_bytes_new_take (data, length);
}
