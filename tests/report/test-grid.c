/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-grid.h"

/* A schedule of four years, each 30 wide, behind an item's text of 80. */
#define ITEM_WIDTH 80.0
#define YEAR_WIDTH 30.0
#define N_YEARS 4

static const double year_widths[N_YEARS] = { YEAR_WIDTH, YEAR_WIDTH, YEAR_WIDTH, YEAR_WIDTH };
static const ToriGrid grid = { ITEM_WIDTH, year_widths, N_YEARS, 1 };

typedef struct
{
  ToriTypesetter *typesetter;
  ToriArena *arena;
  GArray *strips;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->typesetter = tori_typesetter_new (8, &error);
  g_assert_no_error (error);
  fixture->arena = tori_arena_new ();
  fixture->strips = g_array_new (FALSE, FALSE, sizeof (ToriStrip));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_array_unref (fixture->strips);
  tori_arena_free (fixture->arena);
  tori_typesetter_free (fixture->typesetter);
}

static void
set (Fixture *fixture, const char *text, const ToriGridSpan *spans, guint n_spans)
{
  tori_grid_set_item (&grid, fixture->typesetter, fixture->arena, text, spans, n_spans, fixture->strips);
}

static const ToriSlice *
get_slice (Fixture *fixture, guint i)
{
  const ToriStrip *strip = &g_array_index (fixture->strips, ToriStrip, i);

  g_assert_cmpint (strip->kind, ==, TORI_STRIP_SLICE);
  return strip->slice;
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  static const ToriGridSpan spans[] = {
    { 0, 0, 0, FALSE, TORI_ARROW_PLANNED, (char *) "検討" },
    { 0, 1, 3, FALSE, TORI_ARROW_PLANNED, (char *) "実施" },
    { 1, 2, 3, TRUE, TORI_ARROW_ACTUAL, (char *) "順次実施" },
  };
  const ToriSlice *slice;

  set (fixture, "□窓口の見直し", spans, G_N_ELEMENTS (spans));
  g_assert_cmpuint (fixture->strips->len, ==, 1);
  slice = get_slice (fixture, 0);
  g_assert_true (slice->begins);
  g_assert_cmpuint (slice->n_arrows, ==, G_N_ELEMENTS (spans));
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const ToriArrow *arrow = &slice->arrows[i];
      double left = ITEM_WIDTH + spans[i].from * YEAR_WIDTH;
      double right = ITEM_WIDTH + (spans[i].to + 1) * YEAR_WIDTH;

      /* Inside its years, and as good as filling them. */
      g_assert_cmpfloat (arrow->x, >=, left);
      g_assert_cmpfloat (arrow->x, <, left + 2);
      g_assert_cmpfloat (arrow->x + arrow->width, <=, right);
      g_assert_cmpfloat (arrow->x + arrow->width, >, right - 2);
      g_assert_cmpint (arrow->kind, ==, spans[i].kind);
      g_assert_cmpint (arrow->goes_on, ==, spans[i].goes_on);
      g_assert_cmpuint (arrow->n_lines, ==, 1);
    }
  /* A lane is a line: the third stands below the first two. */
  g_assert_cmpfloat_with_epsilon (slice->arrows[0].y, slice->arrows[1].y, 0.01);
  g_assert_cmpfloat (slice->arrows[2].y, >=, slice->arrows[0].y + slice->arrows[0].height);
}

typedef struct
{
  GString *text;
  double bottom;
} Told;

static void
tell_cb (const ToriSetLine *line, double x, double y, const cairo_rectangle_t *room, gpointer data)
{
  Told *told = data;
  g_autofree char *text = tori_set_line_dup_text (line);

  x += tori_set_line_get_x (line);
  g_assert_cmpfloat (x, >=, room->x);
  g_assert_cmpfloat (x + tori_set_line_get_width (line), <=, room->x + room->width);
  g_assert_cmpfloat (y, >=, room->y - 0.01);
  g_assert_cmpfloat (y + tori_set_line_get_height (line), <=, room->y + room->height + 0.01);
  told->bottom = MAX (told->bottom, room->y + room->height);
  g_string_append (told->text, text);
}

/* Everything that was put in, as it stands in the strips; each keeps to its height. */
static char *
tell (Fixture *fixture)
{
  Told told = { g_string_new (NULL) };

  for (guint i = 0; i < fixture->strips->len; i++)
    {
      const ToriStrip *strip = &g_array_index (fixture->strips, ToriStrip, i);

      told.bottom = 0;
      tori_grid_foreach_line (&grid, strip, 0, 0, tell_cb, &told);
      g_assert_cmpfloat (told.bottom, <=, strip->height + 0.01);
    }
  return g_string_free (told.text, FALSE);
}

static void
test_long_word (Fixture *fixture, gconstpointer data)
{
  static const ToriGridSpan spans[] = {
    { 0, 0, 0, FALSE, TORI_ARROW_PLANNED, (char *) "検討・整備" },
    { 0, 1, 1, FALSE, TORI_ARROW_PLANNED, (char *) "アンケート調査の実施" },
  };
  g_autofree char *text = NULL;

  set (fixture, "", spans, G_N_ELEMENTS (spans));
  text = tell (fixture);
  g_assert_cmpstr (text, ==, "検討・整備アンケート調査の実施");
  g_assert_cmpuint (get_slice (fixture, 0)->arrows[1].n_lines, >, 1);
}

static void
count_chars (GHashTable *counts, const char *text, int sign)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gpointer key = GUINT_TO_POINTER (g_utf8_get_char (p));
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + sign;

      if (n == 0)
        g_hash_table_remove (counts, key);
      else
        g_hash_table_insert (counts, key, GINT_TO_POINTER (n));
    }
}

/* Text and words longer than a page: many strips, none of them tall, and nothing lost. */
static void
test_endless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;
  ToriGridSpan spans[40] = { 0 };

  for (guint i = 0; i < 300; i++)
    g_string_append_unichar (words, 0x4e00 + i);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      spans[i] = (ToriGridSpan){ i, i % N_YEARS, i % N_YEARS, FALSE, TORI_ARROW_PLANNED };
      spans[i].phase = i % 7 == 0 ? words->str : (char *) "実施";
      count_chars (counts, spans[i].phase, 1);
    }
  count_chars (counts, words->str, 1);
  set (fixture, words->str, spans, G_N_ELEMENTS (spans));
  text = tell (fixture);
  count_chars (counts, text, -1);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
  g_assert_cmpuint (fixture->strips->len, >, 20);
  for (guint i = 0; i < fixture->strips->len; i++)
    {
      g_assert_cmpfloat (g_array_index (fixture->strips, ToriStrip, i).height, <, 150);
      g_assert_cmpint (get_slice (fixture, i)->begins, ==, i == 0);
    }
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  set (fixture, "", NULL, 0);
  g_assert_cmpuint (fixture->strips->len, ==, 1);
  g_assert_cmpuint (get_slice (fixture, 0)->n_arrows, ==, 0);
  g_assert_cmpuint (get_slice (fixture, 0)->n_lines, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/grid/columns", test_columns },
    { "/grid/long-word", test_long_word },
    { "/grid/endless", test_endless },
    { "/grid/empty", test_empty },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
