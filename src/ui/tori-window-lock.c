/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-window-private.h"

#include <glib/gi18n.h>

/* Who has the file open, of those who share a folder. The first one writes. Who comes after can read, be told
 * when it is free, or write all the same: what both change comes together when they save. */

#define MOST_MINUTES 120    /* that are told as such; a silence of days has a date */
#define INTERVAL 60         /* seconds after which a lock of ours is written anew */
#define READING_INTERVAL 20 /* seconds after which one who waits looks again */

static void try (ToriWindow *self, ToriLockWish wish);

/* --- Words --- */

/* Returns: (transfer full): a person as a sentence can name them */
static char *
describe_person (const ToriLockHolder *holder)
{
  if (*holder->name == '\0')
    return g_strdup (_ ("Somebody else"));
  if (*holder->host == '\0')
    /* Translators: a person by name, in a sentence; in Japanese %sさん. */
    return g_strdup_printf (C_ ("person", "%s"), holder->name);
  /* Translators: a person by name and the computer at which they are, in a sentence. */
  return g_strdup_printf (C_ ("person", "%1$s (%2$s)"), holder->name, holder->host);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds <= 0 ? NULL : g_date_time_new_from_unix_local (seconds);

  return time == NULL ? NULL : g_date_time_format (time, "%x %R");
}

static char *
describe_held (const ToriLockHolder *holder, gboolean tells_free)
{
  g_autofree char *person = describe_person (holder);
  g_autofree char *since = format_time (holder->since);

  if (tells_free)
    /* Translators: %s is a person. */
    return g_strdup_printf (_ ("%s has this plan open. You will be told as soon as you can change it."),
                            person);
  if (since == NULL)
    /* Translators: %s is a person. */
    return g_strdup_printf (_ ("%s has this plan open. You can read and print it."), person);
  /* Translators: %1$s is a person, %2$s a date and time. */
  return g_strdup_printf (_ ("%1$s has had this plan open since %2$s. You can read and print it."), person,
                          since);
}

static char *
describe_silent (const ToriLockHolder *holder)
{
  g_autofree char *person = describe_person (holder);
  const gint64 minutes = holder->silence / 60;
  g_autofree char *last = format_time (g_get_real_time () / G_USEC_PER_SEC - holder->silence);

  if (minutes > MOST_MINUTES && last != NULL)
    /* Translators: %1$s is a person, %2$s a date and time. */
    return g_strdup_printf (_ ("%1$s had this plan open, but nothing was heard of their computer since %2$s. "
                               "It may have been switched off."),
                            person, last);
  /* Translators: %1$s is a person, %2$u counts minutes. */
  return g_strdup_printf (ngettext ("%1$s had this plan open, but nothing was heard of their computer for "
                                    "%2$u minute. It may have been switched off.",
                                    "%1$s had this plan open, but nothing was heard of their computer for "
                                    "%2$u minutes. It may have been switched off.",
                                    (gulong) minutes),
                          person, (guint) MIN (minutes, G_MAXUINT));
}

static char *
describe_shared (const ToriLockHolder *holder)
{
  g_autofree char *person = describe_person (holder);

  /* Translators: %s is a person. */
  return g_strdup_printf (_ ("%s has this plan open too. What both of you change is brought together when "
                             "you save; where both change the same, you will be asked."),
                          person);
}

/* --- Reading and writing --- */

static void
set_reading (ToriWindow *self, gboolean reading)
{
  self->reading = reading;
  if (!reading)
    self->tells_free = FALSE;
  if (self->editor != NULL)
    tori_editor_set_reading (self->editor, reading);
  if (reading && self->settings != NULL)
    gtk_window_close (self->settings);
  tori_window_update_actions (self);
}

static void
show_reading (ToriWindow *self, ToriLockState state, const ToriLockHolder *holder)
{
  g_autofree char *text =
      state == TORI_LOCK_SILENT ? describe_silent (holder) : describe_held (holder, self->tells_free);

  if (state == TORI_LOCK_SILENT)
    tori_notices_show (self->notices, TORI_NOTICE_LOCKED, text,
                       /* Translators: a button: writes where a colleague's computer was switched off. */
                       _ ("_Take Over"), "win.take-lock", NULL);
  else if (self->tells_free)
    tori_notices_show (self->notices, TORI_NOTICE_LOCKED, text, _ ("Open _Anyway"), "win.open-anyway", NULL);
  else
    tori_notices_show (self->notices, TORI_NOTICE_LOCKED, text,
                       /* Translators: a button: that a colleague has closed the plan. */
                       _ ("_Tell Me When It Is Free"), "win.tell-free",
                       /* Translators: a button: writes although a colleague has the plan open. */
                       _ ("Open _Anyway"), "win.open-anyway", NULL);
}

static void
show_free (ToriWindow *self)
{
  tori_notices_show (self->notices, TORI_NOTICE_LOCKED, _ ("The plan is free now."),
                     /* Translators: a button: begins to write what could only be read. */
                     _ ("_Edit"), "win.take-lock", NULL);
}

/* Also to who does something else meanwhile. */
static void
tell_free (ToriWindow *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  g_autofree char *name = tori_document_get_display_name (self->document);
  /* Translators: %s is the name of a file. */
  g_autofree char *text = g_strdup_printf (_ ("You can change %s now"), name);
  g_autoptr (GNotification) notification = NULL;

  tori_window_toast (self, text);
  if (gtk_window_is_active (GTK_WINDOW (self)) || application == NULL)
    return;
  notification = g_notification_new (text);
  g_notification_set_default_action_and_target (
      notification, "app.show-window", "u", gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self)));
  g_application_send_notification (application, "free", notification);
}

static void
begin_writing (ToriWindow *self)
{
  const gboolean tells = self->tells_free;

  tori_notices_hide (self->notices, TORI_NOTICE_LOCKED);
  if (!self->reading)
    return;
  set_reading (self, FALSE);
  tori_window_check_file (self); /* which was saved before it was closed */
  if (tells)
    tell_free (self);
}

/* --- Trying --- */

static void
follow (ToriWindow *self, ToriLockState state, const ToriLockHolder *holder)
{
  const gboolean is_first = !self->lock_known;
  const gboolean is_others = state == TORI_LOCK_HELD || state == TORI_LOCK_SILENT;
  g_autofree char *shared = NULL;

  self->lock_known = TRUE;
  self->lock_silent = state == TORI_LOCK_SILENT;
  if (state == TORI_LOCK_MINE)
    begin_writing (self);
  else if (state == TORI_LOCK_FREE && self->reading)
    show_free (self);
  /* Nobody is stopped in what they have begun to write. */
  else if (is_others && is_first && !tori_document_get_modified (self->document))
    set_reading (self, TRUE);
  if (!is_others)
    return;
  if (self->reading)
    {
      show_reading (self, state, holder);
      return;
    }
  if (tori_notices_has (self->notices, TORI_NOTICE_LOCKED))
    return;
  shared = describe_shared (holder);
  tori_notices_show (self->notices, TORI_NOTICE_LOCKED, shared, NULL);
}

/* One who only reads does not take it: they may not want to write. */
static void
look (ToriWindow *self)
{
  try (self, self->reading && !self->tells_free ? TORI_LOCK_LOOK : TORI_LOCK_TAKE);
}

static gboolean
interval_cb (gpointer data)
{
  ToriWindow *self = data;

  self->lock_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ToriWindow) self = data;
  ToriLockHolder holder;
  const ToriLockState state = tori_lock_try_finish (TORI_LOCK (source), result, &holder);

  if (self->lock == TORI_LOCK (source))
    {
      self->lock_trying = FALSE;
      follow (self, state, &holder);
      if (self->lock_wanted)
        try (self, self->lock_wish);
      g_clear_handle_id (&self->lock_id, g_source_remove);
      self->lock_id = g_timeout_add_seconds (self->reading ? READING_INTERVAL : INTERVAL, interval_cb, self);
    }
  tori_lock_holder_clear (&holder);
  g_application_release (g_application_get_default ());
}

/* One after the other: of two at once the answer to the first could come last. */
static void
try (ToriWindow *self, ToriLockWish wish)
{
  if (self->lock_trying)
    {
      self->lock_wish = self->lock_wanted ? MAX (self->lock_wish, wish) : wish;
      self->lock_wanted = TRUE;
      return;
    }
  self->lock_trying = TRUE;
  self->lock_wanted = FALSE;
  /* The program does not end in the middle of it, and leave a lock where nobody is. */
  g_application_hold (g_application_get_default ());
  tori_lock_try_async (self->lock, wish, tried_cb, g_object_ref (self));
}

/**
 * tori_window_check_lock:
 * @self: a window
 *
 * Looks whether a colleague who had the file open still has.
 */
void
tori_window_check_lock (ToriWindow *self)
{
  if (self->lock != NULL && tori_notices_has (self->notices, TORI_NOTICE_LOCKED))
    look (self);
}

/* --- The commands --- */

static void
tell_free_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  self->tells_free = TRUE;
  try (self, TORI_LOCK_TAKE);
}

static void
open_anyway_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  set_reading (self, FALSE);
  tori_notices_hide (self->notices, TORI_NOTICE_LOCKED);
  try (self, TORI_LOCK_TAKE);
}

static void
take_lock_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ToriWindow *self = data;

  try (self, self->lock_silent ? TORI_LOCK_TAKE_OVER : TORI_LOCK_TAKE);
}

void
tori_window_add_lock_actions (ToriWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "tell-free", .activate = tell_free_cb },
    { .name = "open-anyway", .activate = open_anyway_cb },
    { .name = "take-lock", .activate = take_lock_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* --- When --- */

/**
 * tori_window_watch_lock:
 * @self: a window with a document
 *
 * Begins to see who has its file open, and to say that we do; for another file when there is one.
 */
void
tori_window_watch_lock (ToriWindow *self)
{
  GFile *file = tori_document_get_file (self->document);
  const char *path = file == NULL ? NULL : g_file_peek_path (file);

  tori_window_unwatch_lock (self);
  if (path == NULL)
    return; /* a place that is no folder, where a colleague would not look */
  self->lock = tori_lock_new (path);
  try (self, TORI_LOCK_TAKE);
}

/**
 * tori_window_unwatch_lock:
 * @self: a window
 *
 * Lets colleagues write.
 */
void
tori_window_unwatch_lock (ToriWindow *self)
{
  g_clear_handle_id (&self->lock_id, g_source_remove);
  if (self->lock != NULL)
    tori_lock_release (self->lock);
  g_clear_object (&self->lock);
  self->lock_known = self->lock_silent = self->lock_trying = self->lock_wanted = FALSE;
  if (self->reading)
    set_reading (self, FALSE);
  tori_notices_hide (self->notices, TORI_NOTICE_LOCKED);
}
