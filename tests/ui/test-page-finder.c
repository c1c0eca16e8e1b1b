/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-page-finder.h"

#include "tori-test-pages.h"
#include "tori-test-window.h"
#include "ui/tori-page-mark.h"

typedef struct
{
  ToriTestPages pages;
  ToriPageFinder *finder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  tori_test_pages_set_up (&fixture->pages, data);
  fixture->finder = tori_page_finder_new (fixture->pages.viewer);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->finder);
  tori_test_pages_tear_down (&fixture->pages, data);
}

static guint
find (Fixture *fixture, const char *text)
{
  tori_page_finder_set_text (fixture->finder, text);
  tori_test_wait (tori_page_finder_get_complete (fixture->finder));
  return tori_page_finder_get_n_hits (fixture->finder);
}

typedef struct
{
  const char *words;
  guint n, page;
} Count;

static void
count_area (const ToriPageArea *area, gpointer data)
{
  Count *count = data;

  if (area->repeated && count->page > 0)
    return;
  for (const char *p = strstr (area->text, count->words); p != NULL;
       p = strstr (p + strlen (count->words), count->words))
    count->n++;
}

/* Everything that stands on the pages is found, while they are made, and once. */
static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToriPages) pages = tori_test_pages_lay_out (fixture->pages.plan, TRUE);
  Count count = { "研修", 0, 0 };
  guint n;

  tori_page_viewer_set_pages (fixture->pages.viewer, pages);
  g_assert_false (tori_page_viewer_get_complete (fixture->pages.viewer));
  n = find (fixture, "研修");
  g_assert_true (tori_page_viewer_get_complete (fixture->pages.viewer));
  for (; count.page < tori_page_viewer_get_n_pages (fixture->pages.viewer); count.page++)
    tori_pages_foreach_area (pages, count.page, count_area, &count);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (n, ==, count.n);
  g_assert_cmpuint (find (fixture, "何処にもない"), ==, 0);
  g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), ==, 0);
  g_assert_cmpuint (find (fixture, ""), ==, 0);
}

/* Blind to width, case and kana, as the search in the list is. */
static void
test_blind (Fixture *fixture, gconstpointer data)
{
  const guint n = find (fixture, "システム");

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (find (fixture, "ｼｽﾃﾑ"), ==, n);
  g_assert_cmpuint (find (fixture, "しすてむ"), ==, n);
  g_assert_cmpuint (find (fixture, "平成２９年度"), ==, find (fixture, "平成29年度"));
}

/* --- Across the end of a line --- */

typedef struct
{
  char *before; /* the line before, of the same cell */
  double x, cell_y;
  char *needle;
} Seam;

static void
find_seam (const ToriPageLine *line, gpointer data)
{
  Seam *seam = data;
  const glong length = g_utf8_strlen (line->text, -1);

  if (seam->needle == NULL && seam->before != NULL && seam->cell_y == line->cell_y
      && g_utf8_strlen (seam->before, -1) > 12 && length > 5 && line->x > seam->x + 1)
    {
      g_autofree char *start = g_utf8_substring (line->text, 0, 5);

      seam->needle = g_strconcat (
          g_utf8_offset_to_pointer (seam->before, g_utf8_strlen (seam->before, -1) - 5), start, NULL);
    }
  g_free (seam->before);
  seam->before = g_strdup (line->text);
  seam->x = line->x;
  seam->cell_y = line->cell_y;
}

/* Words that stand half at the end of a line and half at the beginning of the next are marked in both. */
static void
test_over_lines (Fixture *fixture, gconstpointer data)
{
  Seam seam = { NULL };
  g_autoptr (GArray) marks = NULL;
  const ToriPageMark *mark;

  tori_pages_foreach_line (fixture->pages.pages, 0, find_seam, &seam);
  g_assert_nonnull (seam.needle);
  g_assert_cmpuint (find (fixture, seam.needle), >=, 1);
  marks = tori_page_finder_list_marks (fixture->finder, 0);
  g_assert_cmpuint (marks->len, >=, 2);
  mark = &g_array_index (marks, ToriPageMark, 0);
  g_assert_true (mark[0].current);
  g_assert_true (mark[1].current);
  g_assert_cmpfloat (mark[1].area.origin.y, >, mark[0].area.origin.y);
  g_assert_cmpfloat (mark[1].area.origin.x, <, mark[0].area.origin.x);
  g_free (seam.before);
  g_free (seam.needle);
}

/* --- Going from one to the next --- */

static gboolean
is_marked (Fixture *fixture)
{
  g_autoptr (GArray) marks =
      tori_page_finder_list_marks (fixture->finder, tori_page_viewer_get_page (fixture->pages.viewer));

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, ToriPageMark, i).current)
      return TRUE;
  return FALSE;
}

static void
test_next (Fixture *fixture, gconstpointer data)
{
  const guint n = find (fixture, "研修");
  guint page = 0;

  g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), ==, 1);
  for (guint i = 1; i < n; i++)
    {
      tori_page_finder_next (fixture->finder);
      g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), ==, i + 1);
      g_assert_cmpuint (tori_page_viewer_get_page (fixture->pages.viewer), >=, page);
      page = tori_page_viewer_get_page (fixture->pages.viewer);
      g_assert_true (is_marked (fixture));
    }
  g_assert_cmpuint (page, >, 0);
  tori_test_pages_wait_drawn (&fixture->pages, page);
  tori_page_finder_next (fixture->finder);
  g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), ==, 1);
  tori_page_finder_previous (fixture->finder);
  g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), ==, n);
  tori_page_finder_previous (fixture->finder);
  g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), ==, n - 1);
}

/* Searching begins where people look. */
static void
test_from_here (Fixture *fixture, gconstpointer data)
{
  tori_test_wait (tori_page_viewer_get_complete (fixture->pages.viewer));
  tori_page_viewer_set_page (fixture->pages.viewer, 5);
  find (fixture, "研修");
  g_assert_cmpuint (tori_page_finder_get_hit (fixture->finder), >, 1);
  g_assert_cmpuint (tori_page_viewer_get_page (fixture->pages.viewer), >=, 5);
}

/* Other pages are searched for the same words. */
static void
test_other_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ToriPages) pages = tori_test_pages_lay_out (fixture->pages.plan, TRUE);
  const guint n = find (fixture, "手順");

  g_assert_cmpuint (n, >, 0);
  tori_page_viewer_set_pages (fixture->pages.viewer, pages);
  g_assert_false (tori_page_finder_get_complete (fixture->finder));
  tori_test_wait (tori_page_finder_get_complete (fixture->finder));
  g_assert_cmpuint (tori_page_finder_get_n_hits (fixture->finder), ==, n);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  tori_test_ui_start ();

#define ADD(name, n, function)                                                                               \
  g_test_add ("/page-finder/" name, Fixture, GUINT_TO_POINTER (n), set_up, function, tear_down)
  ADD ("count", 20, test_count);
  ADD ("blind", 20, test_blind);
  ADD ("over-lines", 4, test_over_lines);
  ADD ("next", 10, test_next);
  ADD ("from-here", 20, test_from_here);
  ADD ("other-pages", 10, test_other_pages);
#undef ADD

  return g_test_run ();
}
