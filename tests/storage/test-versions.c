/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/tori-versions.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "storage/tori-file-bytes.h"
#include "tori-test-faults.h"

/* What a plan's file once held: kept, thinned out by age, limited in size, and never half. */

#define PLAN "計画"
#define URI "file:///share/plan.torikumi"
#define DAY G_TIME_SPAN_DAY

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      empty (child);
      g_remove (child);
    }
}

static void
begin (void)
{
  g_autofree char *top = g_build_filename (g_get_user_state_dir (), "torikumi", "versions", NULL);

  empty (top);
}

static gboolean
keep (const char *plan, gint64 time, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ToriDigest digest;
  gboolean ok;

  tori_digest_of_bytes (bytes, &digest);
  ok = tori_versions_keep (plan, URI, time, bytes, &digest, &error);
  g_assert_true (ok == (error == NULL));
  return ok;
}

static guint
count (const char *plan)
{
  g_autoptr (GPtrArray) versions = tori_versions_list (plan);

  return versions->len;
}

static void
test_list (void)
{
  const gint64 now = g_get_real_time ();
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) of_file = NULL;
  g_autoptr (GPtrArray) of_other = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;

  begin ();
  g_assert_true (keep (PLAN, now - 20, "一"));
  g_assert_true (keep (PLAN, now - 10, "二"));
  g_assert_true (keep ("other", now, "三"));
  versions = tori_versions_list (PLAN);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpint (((ToriVersion *) versions->pdata[0])->time, ==, now - 10);
  g_assert_cmpint (((ToriVersion *) versions->pdata[0])->size, ==, (gint64) strlen ("二"));
  g_assert_true (g_file_get_contents (((ToriVersion *) versions->pdata[0])->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "二");
  g_assert_cmpint (g_stat (((ToriVersion *) versions->pdata[0])->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  of_file = tori_versions_list_of_file (URI);
  g_assert_cmpuint (of_file->len, ==, 3);
  of_other = tori_versions_list_of_file ("file:///elsewhere");
  g_assert_cmpuint (of_other->len, ==, 0);
}

static void
test_find (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("一", strlen ("一"));
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  ToriDigest digest;

  begin ();
  tori_digest_of_bytes (bytes, &digest);
  g_assert_null (tori_versions_find (PLAN, &digest));
  g_assert_true (keep (PLAN, g_get_real_time (), "一"));
  found = tori_versions_find (PLAN, &digest);
  g_assert_nonnull (found);
  g_assert_true (g_bytes_equal (found, bytes));
  /* One that somebody damaged is not what it says. */
  versions = tori_versions_list (PLAN);
  g_assert_true (g_file_set_contents (((ToriVersion *) versions->pdata[0])->path, "ー", -1, NULL));
  none = tori_versions_find (PLAN, &digest);
  g_assert_null (none);
}

/* Ten, then the last of each day for thirty days. */
static void
test_thinned_out (void)
{
  const gint64 now = g_get_real_time () / DAY * DAY;
  g_autoptr (GPtrArray) versions = NULL;
  gint64 last = G_MAXINT64;

  begin ();
  for (gint64 day = 50; day >= 0; day--)
    for (gint64 hour = 2; hour < 5; hour++)
      {
        g_autofree char *text = g_strdup_printf ("%d-%d", (int) day, (int) hour);

        g_assert_true (keep (PLAN, now - day * DAY + hour * G_TIME_SPAN_HOUR, text));
      }
  versions = tori_versions_list (PLAN);
  /* The ten latest are of four days; one of each of the days behind. */
  g_assert_cmpuint (versions->len, >=, 10 + 26);
  g_assert_cmpuint (versions->len, <=, 10 + 28);
  for (guint i = 0; i < versions->len; i++)
    {
      const ToriVersion *version = versions->pdata[i];

      g_assert_cmpint (version->time, <, last);
      g_assert_cmpint (version->time, >, now - 31 * DAY);
      if (i > 10) /* the last of its day: two in the morning or nine hours later */
        g_assert_cmpint (last - version->time, >=, 20 * G_TIME_SPAN_HOUR);
      last = version->time;
    }
}

static void
test_size (void)
{
  const gsize size = 30 * 1000 * 1000;
  g_autofree char *text = g_strnfill (size, 'x');

  begin ();
  for (int i = 0; i < 10; i++)
    {
      text[0] = (char) ('0' + i);
      g_assert_true (keep (i % 2 == 0 ? PLAN : "other", g_get_real_time () - 100 + i, text));
    }
  g_assert_cmpuint (count (PLAN) + count ("other"), ==, 6);
  g_assert_cmpuint (count (PLAN), ==, 3);
  begin ();
}

/* Whatever call fails: each version that is listed is whole. */
static void
test_faults (void)
{
  static const int problems[] = { ENOSPC, EIO, EACCES, EROFS };
  Fault none = { .kind = FAULT_NONE, .at = G_MAXUINT };

  begin ();
  tori_test_faults_begin (&none);
  g_assert_true (keep (PLAN, g_get_real_time (), "数える"));
  tori_test_faults_end ();
  g_assert_cmpuint (none.n_calls, >, 8);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (problems); i++)
    for (guint at = 1; at <= none.n_calls; at++)
      {
        Fault fault = { .kind = FAULT_ERROR, .problem = problems[i / 2], .at = at, .for_good = i % 2 };
        g_autoptr (GPtrArray) versions = NULL;
        gboolean ok;

        begin ();
        tori_test_faults_begin (&fault);
        ok = keep (PLAN, g_get_real_time (), "中身");
        tori_test_faults_end ();
        g_assert_true (fault.has_fired);
        versions = tori_versions_list (PLAN);
        if (ok)
          g_assert_cmpuint (versions->len, ==, 1);
        for (guint j = 0; j < versions->len; j++)
          {
            g_autofree char *text = NULL;

            g_assert_true (
                g_file_get_contents (((ToriVersion *) versions->pdata[j])->path, &text, NULL, NULL));
            g_assert_cmpstr (text, ==, "中身");
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/versions/list", test_list);
  g_test_add_func ("/versions/find", test_find);
  g_test_add_func ("/versions/thinned-out", test_thinned_out);
  g_test_add_func ("/versions/size", test_size);
  g_test_add_func ("/versions/faults", test_faults);
  return g_test_run ();
}
