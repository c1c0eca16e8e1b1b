/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "report/tori-report.h"
#include "report/tori-typesetter.h"

static ToriTypesetter *
create_typesetter (void)
{
  g_autoptr (GError) error = NULL;
  ToriTypesetter *typesetter = tori_typesetter_new (10, &error);

  g_assert_no_error (error);
  return typesetter;
}

static GPtrArray *
set (ToriTypesetter *typesetter, ToriArena *arena, ToriStyle style, ToriMeasure measure, const char *text)
{
  GPtrArray *lines = g_ptr_array_new ();
  guint n = tori_typesetter_set (typesetter, arena, style, &measure, text, -1, lines);

  g_assert_cmpuint (n, ==, lines->len);
  return lines;
}

static char *
dup_line (GPtrArray *lines, guint i)
{
  return tori_set_line_dup_text (g_ptr_array_index (lines, i));
}

static char *
join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = dup_line (lines, i);

      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

/* Marks that may not begin or end a line, as thick as they come. */
static const char japanese[] = "申請（様式第1号）を、「窓口」・『電話』で受け付け、人々がチャットやキャッシュ"
                               "レス決済を使ってずっと待たず"
                               "に〔手続〕できるよう、１０％を【見直】しました。";

static const char *const texts[] = {
  "窓口の見直し",
  japanese,
  "Donaudampfschifffahrtsgesellschaft incomprehensibilities",
  "5,755件(0.9%)を処理しました。平成 29 年度 https://example.org/a/very/long/address?with=words",
  "ｶﾀｶﾅ と か\u3099\u3099 と e\u0301 と \u200d と 😀 と שלום と ﷽ と \u0e01\u0e49",
};

static void
test_keeps_every_character (void)
{
  ToriTypesetter *typesetter = create_typesetter ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (double width = 14; width < 300; width += 7)
        {
          g_autoptr (ToriArena) arena = tori_arena_new ();
          g_autoptr (GPtrArray) lines =
              set (typesetter, arena, TORI_STYLE_BODY, (ToriMeasure){ width, 10 }, texts[i]);
          g_autofree char *joined = join (lines);

          g_assert_cmpstr (joined, ==, texts[i]);
        }
    }
  tori_typesetter_free (typesetter);
}

static void
test_stays_in_its_room (void)
{
  ToriTypesetter *typesetter = create_typesetter ();

  for (ToriStyle style = 0; style < TORI_N_STYLES; style++)
    {
      for (double width = 1.1 * tori_typesetter_get_size (typesetter, style); width < 300; width += 13)
        {
          for (guint i = 0; i < 4; i++)
            {
              g_autoptr (ToriArena) arena = tori_arena_new ();
              ToriMeasure measure = { width, 10, i % 3 };
              g_autoptr (GPtrArray) lines = set (typesetter, arena, style, measure, texts[i]);

              for (guint l = 0; l < lines->len; l++)
                {
                  const ToriSetLine *line = g_ptr_array_index (lines, l);

                  g_assert_cmpfloat (tori_set_line_get_x (line), >=, 0);
                  g_assert_cmpfloat (tori_set_line_get_x (line) + tori_set_line_get_width (line), <=,
                                     width + 0.05);
                }
            }
        }
    }
  tori_typesetter_free (typesetter);
}

/* 禁則: these never begin a line, and those never end one. */
static void
test_line_ends (void)
{
  static const char no_start[] = "、。，．・ー々％）」』】〕っゃゅょッャュョ";
  static const char no_end[] = "（「『【〔";
  ToriTypesetter *typesetter = create_typesetter ();

  for (double width = 45; width < 300; width += 1)
    {
      g_autoptr (ToriArena) arena = tori_arena_new ();
      g_autoptr (GPtrArray) lines =
          set (typesetter, arena, TORI_STYLE_BODY, (ToriMeasure){ width }, japanese);

      for (guint i = 0; i < lines->len; i++)
        {
          g_autofree char *line = dup_line (lines, i);
          const char *last = g_utf8_prev_char (line + strlen (line));

          if (i > 0)
            g_assert_cmpstr (g_utf8_strchr (no_start, -1, g_utf8_get_char (line)), ==, NULL);
          if (i + 1 < lines->len)
            g_assert_cmpstr (g_utf8_strchr (no_end, -1, g_utf8_get_char (last)), ==, NULL);
        }
    }
  tori_typesetter_free (typesetter);
}

static void
test_hangs_and_fills (void)
{
  ToriTypesetter *typesetter = create_typesetter ();
  g_autoptr (ToriArena) arena = tori_arena_new ();
  g_autoptr (GPtrArray) lines = set (typesetter, arena, TORI_STYLE_BODY, (ToriMeasure){ 104, 10 },
                                     "・窓口で待つ時間を短くするために受付の順番を画面に示すことにしました");
  guint n = lines->len;

  g_assert_cmpuint (n, >=, 3);
  for (guint i = 0; i < n; i++)
    {
      const ToriSetLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpfloat_with_epsilon (tori_set_line_get_x (line), i == 0 ? 0 : 10, 0.01);
      /* Ten letters leave 4 points: they are shared out. The last line stays as it is. */
      if (i + 1 < n)
        g_assert_cmpfloat_with_epsilon (tori_set_line_get_x (line) + tori_set_line_get_width (line), 104,
                                        0.05);
      g_assert_cmpfloat_with_epsilon (tori_set_line_get_height (line), 14, 0.01);
    }
  g_assert_cmpfloat (tori_set_line_get_width (g_ptr_array_index (lines, n - 1)), <, 94);
  tori_typesetter_free (typesetter);
}

/* A character that no font has is marked, but stays what it is in the text. */
static void
test_missing_glyph (void)
{
  ToriTypesetter *typesetter = create_typesetter ();
  g_autoptr (ToriArena) arena = tori_arena_new ();
  g_autoptr (GPtrArray) lines =
      set (typesetter, arena, TORI_STYLE_BODY, (ToriMeasure){ 200 }, "渡\ue0ff邉\U0010fffd様");
  g_autofree char *joined = join (lines);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (joined, ==, "渡\ue0ff邉\U0010fffd様");
  g_assert_cmpfloat_with_epsilon (tori_set_line_get_width (g_ptr_array_index (lines, 0)), 50, 0.5);
  tori_typesetter_free (typesetter);
}

/* The months of a deed stand in one line, in whatever room; but not at the price of a line that is too wide.
 */
static void
test_whole_piece (void)
{
  static const char text[] = "・受付の順番を画面に示す(10月～12月)";
  const char *piece = strchr (text, '(');
  ToriTypesetter *typesetter = create_typesetter ();

  for (double width = 20; width < 220; width += 3)
    {
      g_autoptr (ToriArena) arena = tori_arena_new ();
      ToriMeasure measure = { width, 10, .whole_from = (gsize) (piece - text), .whole_to = strlen (text) };
      g_autoptr (GPtrArray) lines = set (typesetter, arena, TORI_STYLE_BODY, measure, text);
      g_autoptr (GPtrArray) plain = set (typesetter, arena, TORI_STYLE_BODY, (ToriMeasure){ 60 }, text);
      g_autofree char *last = dup_line (lines, lines->len - 1);

      for (guint i = 0; i < lines->len; i++)
        g_assert_cmpfloat (tori_set_line_get_x (lines->pdata[i]) + tori_set_line_get_width (lines->pdata[i]),
                           <=, width + 0.05);
      if (width > 150)
        g_assert_true (g_str_has_suffix (last, piece));
      /* It is forgotten with the next paragraph. */
      g_assert_cmpuint (plain->len, ==, 3);
    }
  tori_typesetter_free (typesetter);
}

static void
test_line_breaks (void)
{
  ToriTypesetter *typesetter = create_typesetter ();
  g_autoptr (ToriArena) arena = tori_arena_new ();
  g_autoptr (GPtrArray) lines =
      set (typesetter, arena, TORI_STYLE_NAME, (ToriMeasure){ 200, 10 }, "総務部\n人事課");

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (tori_set_line_get_x (g_ptr_array_index (lines, 1)), 0, 0.01);
  tori_typesetter_free (typesetter);
}

/* Painted, a line leaves no ink outside its height and its width. */
static void
test_ink (void)
{
  ToriTypesetter *typesetter = create_typesetter ();

  for (ToriStyle style = 0; style < TORI_N_STYLES; style++)
    {
      g_autoptr (ToriArena) arena = tori_arena_new ();
      g_autoptr (GPtrArray) lines =
          set (typesetter, arena, style, (ToriMeasure){ 150 }, "鷹が（峰）驟雨の龍ｇｊAgj①％");
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      ToriInk *ink = tori_ink_new (cr);
      const ToriSetLine *line = g_ptr_array_index (lines, 0);
      double x, y, width, height;

      tori_ink_add (ink, line, 100, 100);
      tori_ink_flush (ink);
      tori_ink_free (ink);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);
      g_assert_cmpfloat (width, >, 50);
      g_assert_cmpfloat (x, >=, 100 - 1);
      g_assert_cmpfloat (x + width, <=, 100 + tori_set_line_get_width (line) + 1);
      g_assert_cmpfloat (y, >=, 100 - 1);
      g_assert_cmpfloat (y + height, <=, 100 + tori_set_line_get_height (line) + 1);
    }
  tori_typesetter_free (typesetter);
}

static void
test_no_font (void)
{
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_assert_null (tori_typesetter_new (10, &error));
      g_assert_error (error, TORI_REPORT_ERROR, TORI_REPORT_ERROR_NO_FONT);
      return;
    }
  else
    {
      static const char config[] = "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
                                   "<include>/etc/fonts/fonts.conf</include><selectfont><rejectfont><pattern>"
                                   "<patelt name='lang'><string>ja</string></patelt></pattern></rejectfont>"
                                   "</selectfont></fontconfig>";
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "no-japanese-fonts.conf", NULL);

      g_file_set_contents (path, config, -1, &error);
      g_assert_no_error (error);
      g_setenv ("FONTCONFIG_FILE", path, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      g_unsetenv ("FONTCONFIG_FILE");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/typesetter/keeps-every-character", test_keeps_every_character);
  g_test_add_func ("/typesetter/stays-in-its-room", test_stays_in_its_room);
  g_test_add_func ("/typesetter/line-ends", test_line_ends);
  g_test_add_func ("/typesetter/hangs-and-fills", test_hangs_and_fills);
  g_test_add_func ("/typesetter/missing-glyph", test_missing_glyph);
  g_test_add_func ("/typesetter/whole-piece", test_whole_piece);
  g_test_add_func ("/typesetter/line-breaks", test_line_breaks);
  g_test_add_func ("/typesetter/ink", test_ink);
  g_test_add_func ("/typesetter/no-font", test_no_font);
  return g_test_run ();
}
