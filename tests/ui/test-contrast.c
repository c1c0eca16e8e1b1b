/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tori-test-windows.h"

/* Words can be read: each label, as it is drawn, against what is behind it, by the rule of WCAG 2.1 (1.4.3):
 * 4.5 to 1. The colour of the words is that of the pixel that differs most from the ground; thin strokes are
 * mixed with the ground, so what is measured is at most what is there. */

#define LEAST 4.5
#define SCALE 3 /* of the picture, so that strokes have a pixel of their own */
#define PIXEL 4 /* bytes */

/* Relative luminance, 0 to 1 (WCAG 2.1). */
static double
get_luminance (const guint8 *pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 }; /* blue, green, red, as they lie in memory */
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      const double part = pixel[i] / 255.0;

      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
get_contrast (double one, double other)
{
  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

typedef struct
{
  guint8 *data;
  int width, height;
  gsize stride;
} Picture;

static void
take_picture (GtkWidget *window, Picture *picture)
{
  g_autoptr (GdkTexture) texture = tori_test_take_picture (window, SCALE);

  picture->width = gdk_texture_get_width (texture);
  picture->height = gdk_texture_get_height (texture);
  picture->stride = (gsize) picture->width * PIXEL;
  picture->data = g_malloc (picture->stride * (gsize) picture->height);
  gdk_texture_download (texture, picture->data, picture->stride);
}

/* The most frequent luminance in a part of the picture is its ground. */
static double
measure (const Picture *picture, const graphene_rect_t *bounds)
{
  const int left = (int) (SCALE * bounds->origin.x), right = left + (int) (SCALE * bounds->size.width);
  const int top = (int) (SCALE * bounds->origin.y), bottom = top + (int) (SCALE * bounds->size.height);
  guint counts[256] = { 0 };
  double grounds[256] = { 0 };
  double best = 1;
  guint ground = 0;

  for (int pass = 0; pass < 2; pass++)
    for (int y = top; y < bottom; y++)
      for (int x = left; x < right; x++)
        {
          const guint8 *pixel = picture->data + (gsize) y * picture->stride + (gsize) x * PIXEL;
          const double luminance = get_luminance (pixel);
          const guint place = (guint) lround (luminance * 255);

          if (pass == 0)
            {
              counts[place]++;
              grounds[place] = luminance;
              if (counts[place] > counts[ground])
                ground = place;
            }
          else
            best = MAX (best, get_contrast (luminance, grounds[ground]));
        }
  return best;
}

/* Whether nothing of it is scrolled out of sight or beyond the edge. */
static gboolean
is_in_sight (GtkWidget *widget, GtkWidget *window, graphene_rect_t *bounds)
{
  if (!gtk_widget_compute_bounds (widget, window, bounds) || bounds->size.width < 1)
    return FALSE;
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    {
      graphene_rect_t outer;

      if ((GTK_IS_SCROLLED_WINDOW (at) || at == window)
          && (!gtk_widget_compute_bounds (at, window, &outer)
              || !graphene_rect_contains_rect (&outer, bounds)))
        return FALSE;
    }
  return TRUE;
}

static void
walk (GtkWidget *widget, GtkWidget *window, const Picture *picture, GString *faults)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return; /* what cannot be used now may be pale */
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0'
      && is_in_sight (widget, window, &bounds))
    {
      const double contrast = measure (picture, &bounds);

      if (contrast < LEAST)
        g_string_append_printf (faults, "%.2f: %s\n", contrast, gtk_label_get_text (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, window, picture, faults);
}

static void
check (gpointer window, guint at_least)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  Picture picture;

  gtk_window_set_focus (window, NULL); /* a cursor would be taken for a part of the words */
  tori_test_draw (window);
  take_picture (window, &picture);
  walk (window, window, &picture, faults);
  g_free (picture.data);
  g_assert_cmpstr (faults->str, ==, "");
}

/* The walker sees what it is there for. */
static void
test_faults (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pale = gtk_label_new ("淡い字");
  g_autoptr (GString) faults = g_string_new (NULL);
  Picture picture;

  gtk_widget_set_opacity (pale, 0.3);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("濃い字"));
  gtk_box_append (GTK_BOX (box), pale);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_draw (box);
  take_picture (window, &picture);
  walk (box, window, &picture, faults);
  g_free (picture.data);
  g_assert_nonnull (strstr (faults->str, "淡い字"));
  g_assert_null (strstr (faults->str, "濃い字"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/contrast/faults", test_faults);
  tori_test_add_windows ("/contrast", check);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
