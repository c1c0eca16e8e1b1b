/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-file-calls.h"
#include "tori-test-file.h"

/* The last window is closed while a slow server is still at work on its lock: the program ends, but not
 * before the lock is gone. */

static struct
{
  GMutex mutex;
  GCond cond;
  int (*rename) (const char *from, const char *to, unsigned int flags);
  const char *lock;
  gboolean may_go_on;
  GThread *answering;
} slow;

static int
rename_slowly (const char *from, const char *to, unsigned int flags)
{
  if (g_str_equal (to, slow.lock))
    {
      g_mutex_lock (&slow.mutex);
      while (!slow.may_go_on)
        g_cond_wait (&slow.cond, &slow.mutex);
      g_mutex_unlock (&slow.mutex);
    }
  return slow.rename (from, to, flags);
}

/* The server answers when the program has had the time to end. */
static gpointer
answer_thread (gpointer data)
{
  g_usleep (200000);
  g_mutex_lock (&slow.mutex);
  slow.may_go_on = TRUE;
  g_cond_signal (&slow.cond);
  g_mutex_unlock (&slow.mutex);
  return NULL;
}

static gboolean
close_cb (gpointer window)
{
  tori_test_activate (window, "close");
  slow.answering = g_thread_new ("server", answer_thread, NULL);
  return G_SOURCE_REMOVE;
}

static void
test_last_window (void)
{
  ToriTestFile file;

  tori_test_file_prepare (&file, NULL);
  slow.lock = file.lock;
  slow.rename = tori_file_calls.rename;
  tori_file_calls.rename = rename_slowly;
  file.window = tori_test_open (file.path);
  g_object_add_weak_pointer (G_OBJECT (file.window), (gpointer *) &file.window);
  g_idle_add (close_cb, file.window);
  g_assert_cmpint (g_application_run (G_APPLICATION (tori_test_application ()), 0, NULL), ==, 0);
  g_mutex_lock (&slow.mutex);
  g_assert_true (slow.may_go_on);
  g_mutex_unlock (&slow.mutex);
  g_thread_join (slow.answering);
  g_assert_null (file.window);
  tori_test_file_remove (&file);
}

static void
add_tests (void)
{
  g_test_add_func ("/leaving/last-window", test_last_window);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
