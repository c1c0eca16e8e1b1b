/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-popover.h"

#include <adwaita.h>

#include "tori-test-input.h"
#include "tori-test-schedule.h"
#include "tori-test-window.h"

/* The popover of a span, and the pointer. */

/* --- The popover --- */

static GtkWidget *
get_popover (ToriTestSchedule *fixture, guint n)
{
  GtkWidget *popover = tori_test_seek (tori_test_get_lanes (fixture, n), TORI_TYPE_SCHEDULE_GRID_POPOVER, 0);

  return popover != NULL && gtk_widget_get_mapped (popover) ? popover : NULL;
}

static GtkWidget *
open_popover (ToriTestSchedule *fixture, guint n, guint lane, int year)
{
  tori_test_put_cursor (fixture, n, lane, year);
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (get_popover (fixture, n) != NULL);
  tori_test_wait (tori_test_get_focus (fixture) != NULL
                  && gtk_widget_is_ancestor (tori_test_get_focus (fixture), get_popover (fixture, n)));
  return get_popover (fixture, n);
}

static void
test_return_creates (ToriTestSchedule *fixture, gconstpointer data)
{
  open_popover (fixture, 1, 0, 2018);
  tori_test_assert_step (fixture, TORI_STEP_ADD_SPAN);
  tori_test_assert_years (fixture->training, 0, 2018, 2018, 2018);
  tori_test_type ("test");
  tori_test_key (GDK_KEY_Delete, 0); /* a key of the entry, not of the lanes */
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (get_popover (fixture, 1) == NULL);
  tori_test_assert_step (fixture, TORI_STEP_SPAN);
  g_assert_cmpstr (tori_test_get_span (fixture->training, 0, 2018)->phase, ==, "test");
  tori_test_assert_cursor (fixture, 1, 0, 2018);
}

/* Leaving by Escape keeps what was typed: it is one step, and can be undone. */
static void
test_escape_keeps (ToriTestSchedule *fixture, gconstpointer data)
{
  open_popover (fixture, 0, 0, 2016);
  tori_test_type ("study");
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  g_assert_cmpstr (tori_test_get_span (fixture->portal, 0, 2016)->phase, ==, "study");
  tori_history_undo (fixture->history);
  g_assert_cmpstr (tori_test_get_span (fixture->portal, 0, 2016)->phase, ==, "Consider");
  g_assert_false (tori_history_get_can_undo (fixture->history));

  open_popover (fixture, 0, 0, 2016);
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  g_assert_false (tori_history_get_can_undo (fixture->history));
}

static void
note_preedit_cb (GtkText *text, const char *preedit, char **noted)
{
  g_free (*noted);
  *noted = g_strdup (preedit);
}

/* While the input method composes (here GTK's own, by Ctrl+Shift+U), its keys are its own: Escape takes back
 * what is composed and does not close, Return takes it over and does not close either. */
static void
test_composing (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkEditable *phase = tori_test_seek (open_popover (fixture, 0, 0, 2016), GTK_TYPE_ENTRY, 0);
  g_autofree char *preedit = g_strdup ("");
  const gulong id = g_signal_connect (gtk_editable_get_delegate (phase), "preedit-changed",
                                      G_CALLBACK (note_preedit_cb), &preedit);

  tori_test_schedule_settle (fixture);
  tori_test_key (GDK_KEY_End, 0);
  tori_test_key (GDK_KEY_u, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tori_test_type ("68");
  tori_test_wait (g_str_equal (preedit, "u68"));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (g_str_equal (preedit, ""));
  tori_test_key (GDK_KEY_u, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  tori_test_type ("691c");
  tori_test_wait (g_str_equal (preedit, "u691c"));
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (g_str_equal (gtk_editable_get_text (phase), "Consider検"));
  g_assert_nonnull (get_popover (fixture, 0));
  g_assert_false (tori_history_get_can_undo (fixture->history)); /* nothing half-composed came through */
  tori_test_key (GDK_KEY_Return, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  g_assert_cmpstr (tori_test_get_span (fixture->portal, 0, 2016)->phase, ==, "Consider検");
  g_signal_handler_disconnect (gtk_editable_get_delegate (phase), id);
}

static void
test_popover_fields (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *popover = open_popover (fixture, 0, 0, 2016);
  GtkDropDown *kind = tori_test_seek (popover, GTK_TYPE_DROP_DOWN, 0);
  GtkDropDown *from = tori_test_seek (popover, GTK_TYPE_DROP_DOWN, 1),
              *to = tori_test_seek (popover, GTK_TYPE_DROP_DOWN, 2);

  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (to), ==, 1);
  gtk_drop_down_set_selected (kind, TORI_SPAN_ACTUAL);
  g_assert_cmpint (tori_test_get_span (fixture->portal, 0, 2016)->kind, ==, TORI_SPAN_ACTUAL);
  gtk_drop_down_set_selected (from, 1);
  tori_test_assert_years (fixture->portal, 0, 2017, 2017, 2017);
  gtk_drop_down_set_selected (to, 0); /* the beginning comes along */
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2016);
  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 0);

  gtk_drop_down_set_selected (to, 3); /* refused, with a reason */
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2016);
  g_assert_cmpuint (gtk_drop_down_get_selected (to), ==, 0);
  for (guint i = 0;; i++)
    {
      GtkWidget *label = tori_test_seek (popover, GTK_TYPE_LABEL, i);

      g_assert_nonnull (label);
      if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "In the way: Carry out"))
        break;
    }

  tori_history_undo (fixture->history); /* from elsewhere */
  g_assert_cmpuint (gtk_drop_down_get_selected (from), ==, 1);
  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (kind), ==, TORI_SPAN_PLANNED);

  gtk_drop_down_set_selected (from, 1);
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 0) == NULL);
  tori_test_assert_cursor (fixture, 0, 0, 2017); /* on a cell that is newer than the popover */
}

static void
test_popover_closes_with_span (ToriTestSchedule *fixture, gconstpointer data)
{
  open_popover (fixture, 1, 0, 2018);
  tori_test_type ("x");
  tori_history_undo (fixture->history);
  tori_test_wait (get_popover (fixture, 1) == NULL);
  g_assert_null (tori_test_get_span (fixture->training, 0, 2018));
}

static void
test_suggestions (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *suggestions = tori_test_seek (open_popover (fixture, 1, 0, 2016), GTK_TYPE_FLOW_BOX, 0);
  GtkWidget *second = tori_test_seek (suggestions, GTK_TYPE_BUTTON, 1);

  g_signal_emit_by_name (second, "clicked");
  tori_test_wait (get_popover (fixture, 1) == NULL);
  g_assert_cmpstr (tori_test_get_span (fixture->training, 0, 2016)->phase, ==, "Carry out");
}

/* --- The pointer --- */

/* Drags the cell of a year over some years, from so many pixels after its beginning, or before its end. */
static void
drag (ToriTestSchedule *fixture, guint n, int year, double from, double years)
{
  GtkWidget *cell = tori_test_get_cell (fixture, n, 0, year);
  const double column = gtk_widget_get_width (tori_test_get_cell (fixture, 1, 0, 2018));

  tori_test_drag (cell, from < 0 ? gtk_widget_get_width (cell) + from : from,
                  gtk_widget_get_height (cell) / 2.0, column * years);
}

static void
test_drag_draws (ToriTestSchedule *fixture, gconstpointer data)
{
  drag (fixture, 1, 2017, 30, 1);
  tori_test_wait (get_popover (fixture, 1) != NULL);
  tori_test_assert_years (fixture->training, 0, 2017, 2017, 2018);
  tori_test_assert_step (fixture, TORI_STEP_ADD_SPAN);
  tori_test_wait (gtk_widget_is_ancestor (tori_test_get_focus (fixture), get_popover (fixture, 1)));
  tori_test_key (GDK_KEY_Escape, 0);
  tori_test_wait (get_popover (fixture, 1) == NULL);
  tori_history_undo (fixture->history);
  g_assert_null (tori_item_get_lanes (fixture->training));
}

static void
test_drag_stretches (ToriTestSchedule *fixture, gconstpointer data)
{
  drag (fixture, 0, 2016, -5, 1);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2018) != NULL);
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2018);
  tori_test_assert_step (fixture, TORI_STEP_SPAN);
  tori_test_schedule_settle (fixture);
  drag (fixture, 0, 2016, 5, 1);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2016) == NULL);
  tori_test_assert_years (fixture->portal, 0, 2018, 2017, 2018);
  tori_history_undo (fixture->history);
  tori_history_undo (fixture->history);
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2017);
}

static void
test_drag_moves (ToriTestSchedule *fixture, gconstpointer data)
{
  drag (fixture, 0, 2016, 30, 1);
  tori_test_wait (tori_test_get_span (fixture->portal, 0, 2018) != NULL);
  tori_test_assert_years (fixture->portal, 0, 2018, 2017, 2018);
  tori_test_assert_step (fixture, TORI_STEP_SPAN);
}

static void
test_drag_refused (ToriTestSchedule *fixture, gconstpointer data)
{
  drag (fixture, 0, 2016, 30, 2);
  tori_test_wait (tori_test_get_message (fixture, 0) != NULL);
  g_assert_cmpstr (tori_test_get_message (fixture, 0), ==,
                   "In the way: Carry out, FY2019. Phases that run side by side need a lane each.");
  tori_test_assert_years (fixture->portal, 0, 2016, 2016, 2017);
  g_assert_false (tori_history_get_can_undo (fixture->history));
}

static void
test_double_click (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *cell = tori_test_get_cell (fixture, 0, 0, 2016);

  /* However long a busy machine takes from one to the other. */
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 60000, NULL);
  /* A click that the X server gets while it is busy can go astray; then the pointer goes away and comes back,
   * so that clicks are counted anew. */
  for (guint tries = 0; tries < 10 && get_popover (fixture, 0) == NULL; tries++)
    {
      tori_test_point (tori_test_get_cell (fixture, 0, 0, 2019), 30, gtk_widget_get_height (cell) / 2.0);
      tori_test_schedule_settle (fixture);
      tori_test_point (cell, 30, gtk_widget_get_height (cell) / 2.0);
      for (guint i = 0; i < 2; i++)
        {
          tori_test_button (1, TRUE);
          tori_test_button (1, FALSE);
        }
      for (guint i = 0; i < 20 && get_popover (fixture, 0) == NULL; i++)
        tori_test_schedule_settle (fixture);
    }
  tori_test_wait (get_popover (fixture, 0) != NULL);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-double-click-time");
  g_assert_cmpstr (gtk_editable_get_text (tori_test_seek (get_popover (fixture, 0), GTK_TYPE_ENTRY, 0)), ==,
                   "Consider");
  g_assert_false (tori_history_get_can_undo (fixture->history));
}

static void
test_menu (ToriTestSchedule *fixture, gconstpointer data)
{
  GtkWidget *cell = tori_test_get_cell (fixture, 0, 0, 2016), *menu;

  tori_test_point (cell, 30, gtk_widget_get_height (cell) / 2.0);
  tori_test_button (3, TRUE);
  tori_test_button (3, FALSE);
  tori_test_wait ((menu = tori_test_seek (tori_test_get_lanes (fixture, 0), GTK_TYPE_POPOVER_MENU, 0)) != NULL
                  && gtk_widget_get_mapped (menu));
  g_assert_true (gtk_widget_activate_action (menu, "span.remove", NULL));
  g_assert_null (tori_test_get_span (fixture->portal, 0, 2016));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
  g_test_init (&argc, &argv, NULL); /* the session has folders of its own */
  gtk_init ();
  adw_init ();

#define ADD(name, function)                                                                                  \
  g_test_add ("/schedule-grid-edit/" name, ToriTestSchedule, NULL, tori_test_schedule_set_up, function,      \
              tori_test_schedule_tear_down)
  ADD ("return-creates", test_return_creates);
  ADD ("escape-keeps", test_escape_keeps);
  ADD ("composing", test_composing);
  ADD ("popover-fields", test_popover_fields);
  ADD ("popover-closes-with-span", test_popover_closes_with_span);
  ADD ("suggestions", test_suggestions);
  ADD ("drag-draws", test_drag_draws);
  ADD ("drag-stretches", test_drag_stretches);
  ADD ("drag-moves", test_drag_moves);
  ADD ("drag-refused", test_drag_refused);
  ADD ("double-click", test_double_click);
  ADD ("menu", test_menu);
#undef ADD

  return g_test_run ();
}
