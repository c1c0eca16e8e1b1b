/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/tori-bar.h"

#include <string.h>

/* Bars and their legends, 200 wide. */
#define WIDTH 200.0

typedef struct
{
  ToriTypesetter *typesetter;
  ToriArena *arena;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->typesetter = tori_typesetter_new (8, &error);
  g_assert_no_error (error);
  fixture->arena = tori_arena_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tori_arena_free (fixture->arena);
  tori_typesetter_free (fixture->typesetter);
}

static double
get_left (const ToriBarWord *word)
{
  return word->x + tori_set_line_get_x (word->line);
}

static double
get_right (const ToriBarWord *word)
{
  return get_left (word) + tori_set_line_get_width (word->line);
}

/* All words are in their rooms, inside the bar, and none is over another. */
static void
assert_words (const ToriBar *bar)
{
  for (guint i = 0; i < bar->n_words; i++)
    {
      const ToriBarWord *word = &bar->words[i];
      double bottom = word->y + tori_set_line_get_height (word->line);

      g_assert_cmpfloat (get_left (word), >=, word->room.x - 0.01);
      g_assert_cmpfloat (get_right (word), <=, word->room.x + word->room.width + 0.01);
      g_assert_cmpfloat (word->y, >=, word->room.y - 0.01);
      g_assert_cmpfloat (bottom, <=, word->room.y + word->room.height + 0.01);
      g_assert_cmpfloat (get_left (word), >=, -0.01);
      g_assert_cmpfloat (get_right (word), <=, WIDTH + 0.01);
      g_assert_cmpfloat (word->y, >=, -0.01);
      g_assert_cmpfloat (bottom, <=, bar->height + 0.01);
      for (guint k = 0; k < i; k++)
        {
          const ToriBarWord *other = &bar->words[k];

          if (ABS (word->y - other->y) < 1)
            g_assert_true (get_left (word) >= get_right (other) || get_right (word) <= get_left (other));
        }
    }
}

static char *
dup_words (const ToriBar *bar)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < bar->n_words; i++)
    {
      g_autofree char *word = tori_set_line_dup_text (bar->words[i].line);

      g_string_append_printf (words, "%s%s ", bar->words[i].plate ? "=" : "", word);
    }
  return g_string_free (words, FALSE);
}

/* Boxes are as long as their values, one behind the other, with the numbers in them. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  static const ToriBarPart parts[] = { { 0, 2, "2" }, { 1, 0, "0" }, { 2, 4, "4" } };
  const ToriBar *bar = tori_bar_new (fixture->typesetter, fixture->arena, WIDTH, 8, parts, 3, "6");
  g_autofree char *words = dup_words (bar);

  assert_words (bar);
  g_assert_cmpuint (bar->n_boxes, ==, 2);
  g_assert_cmpuint (bar->boxes[1].pattern, ==, 2);
  g_assert_cmpfloat (bar->boxes[0].x, ==, 0);
  g_assert_cmpfloat_with_epsilon (bar->boxes[1].width, 2 * bar->boxes[0].width, 0.01);
  g_assert_cmpfloat_with_epsilon (bar->boxes[1].x, bar->boxes[0].width, 0.01);
  g_assert_cmpfloat (bar->boxes[1].x + bar->boxes[1].width, <, WIDTH);
  g_assert_cmpstr (words, ==, "=2 =4 6 ");
}

/* Numbers that have no room in their parts stand above them, clear of each other. */
static void
test_narrow_parts (Fixture *fixture, gconstpointer data)
{
  static const ToriBarPart parts[] = { { 0, 9000, "9000" }, { 1, 10, "10" },   { 2, 10, "10" },
                                       { 3, 10, "10" },     { 4, 900, "900" }, { 5, 1, "1" } };
  const ToriBar *bar = tori_bar_new (fixture->typesetter, fixture->arena, WIDTH, 9931, parts, 6, "9931");
  g_autofree char *words = dup_words (bar);

  assert_words (bar);
  g_assert_cmpuint (bar->n_boxes, ==, 6);
  g_assert_cmpstr (words, ==, "=9000 10 10 10 =900 1 9931 ");
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (bar->words[i].y + tori_set_line_get_height (bar->words[i].line), <=,
                       bar->boxes[0].y + 0.01);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const ToriBarPart parts[] = { { 0, 0, "0" } };
  const ToriBar *bar = tori_bar_new (fixture->typesetter, fixture->arena, WIDTH, 5, parts, 1, "0");
  g_autofree char *words = dup_words (bar);

  assert_words (bar);
  g_assert_cmpuint (bar->n_boxes, ==, 0);
  g_assert_cmpstr (words, ==, "0 ");
}

/* A legend goes into as many lines as it takes. */
static void
test_legend (Fixture *fixture, gconstpointer data)
{
  static const ToriBarPart parts[] = {
    { 0, 0, "達成" },
    { 1, 0, "継続" },
    { 2, 0, "平成二十八年度達成済" },
    { 3, 0, "段階の名前がとても長くて、一行には入りきらないために、二行にわたって書かなければならないもの" },
    { 4, 0, "未記入" },
  };
  const ToriBar *bar = tori_bar_new_legend (fixture->typesetter, fixture->arena, WIDTH, parts, 5);
  g_autofree char *words = dup_words (bar);

  assert_words (bar);
  g_assert_cmpuint (bar->n_boxes, ==, 5);
  g_assert_cmpfloat (bar->boxes[1].y, ==, bar->boxes[0].y);
  g_assert_cmpfloat (bar->boxes[3].y, >, bar->boxes[0].y);
  g_assert_cmpfloat (bar->boxes[4].y, >, bar->boxes[3].y);
  g_assert_nonnull (strstr (words, "未記入"));
}

/* Each pattern looks different from all others, in black and white. */
static cairo_surface_t *
paint_pattern (guint pattern)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 160, 60);
  cairo_t *cr = cairo_create (surface);
  ToriShapes *shapes = tori_shapes_new ();

  cairo_scale (cr, 4, 4);
  tori_shapes_add (shapes, TORI_SHAPE_PATTERN + pattern, 1, 1, 38, 13);
  tori_shapes_paint (shapes, cr);
  tori_shapes_free (shapes);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels differ visibly. */
static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < 60; y++)
    {
      const guint8 *one = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *other = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < 160; x++)
        n += ABS (one[4 * x] - other[4 * x]) > 40 ? 1 : 0;
    }
  return n;
}

static void
test_patterns (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surfaces[TORI_N_PATTERNS];

  for (guint i = 0; i < TORI_N_PATTERNS; i++)
    surfaces[i] = paint_pattern (i);
  for (guint i = 0; i < TORI_N_PATTERNS; i++)
    {
      for (guint k = 0; k < i; k++)
        {
          guint n = count_differences (surfaces[i], surfaces[k]);

          g_test_message ("%u %u: %u", i, k, n);
          g_assert_cmpuint (n, >, 160 * 60 / 12);
        }
    }
  for (guint i = 0; i < TORI_N_PATTERNS; i++)
    cairo_surface_destroy (surfaces[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/bar/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/bar/narrow-parts", Fixture, NULL, set_up, test_narrow_parts, tear_down);
  g_test_add ("/bar/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/bar/legend", Fixture, NULL, set_up, test_legend, tear_down);
  g_test_add ("/bar/patterns", Fixture, NULL, set_up, test_patterns, tear_down);
  return g_test_run ();
}
