/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-view.h"

#include <glib/gi18n.h>

#include "ui/tori-arrow-sample.h"
#include "ui/tori-settings.h"
#include "ui/tori-span-words.h"
#include "ui/tori-timeline.h"
#include "ui/tori-view.h"

/* The schedules of all initiatives that are shown, with what the arrows mean, and how wide a year is. */
struct _ToriScheduleView
{
  GtkWidget parent_instance;

  GtkSelectionModel *selection;
  ToriTimeline *timeline;
  GtkWidget *page;
};

/* How wide a year is by one step of the buttons, in ems. */
#define STEP 2
#define FIRST_STEP 8

static void view_iface_init (ToriViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriScheduleView,
                               tori_schedule_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TORI_TYPE_VIEW, view_iface_init))

/* --- Width of the years --- */

static void
zoom_in (ToriScheduleView *self)
{
  const int zoom = tori_timeline_get_zoom (self->timeline);

  tori_timeline_set_zoom (self->timeline, zoom == 0 ? FIRST_STEP : zoom + STEP);
}

static void
zoom_out (ToriScheduleView *self)
{
  const int zoom = tori_timeline_get_zoom (self->timeline);

  tori_timeline_set_zoom (self->timeline, zoom <= FIRST_STEP ? 0 : zoom - STEP);
}

static void
zoom_fit (ToriScheduleView *self)
{
  tori_timeline_set_zoom (self->timeline, 0);
}

static void
update_zoom (ToriScheduleView *self)
{
  const int zoom = tori_timeline_get_zoom (self->timeline);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.zoom-in", zoom < TORI_TIMELINE_MOST_YEAR);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.zoom-out", zoom > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.zoom-fit", zoom > 0);
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ToriScheduleView *self = TORI_SCHEDULE_VIEW (widget);

  if (g_str_equal (action, "schedule.zoom-in"))
    zoom_in (self);
  else if (g_str_equal (action, "schedule.zoom-out"))
    zoom_out (self);
  else
    zoom_fit (self);
}

/* --- As a view --- */

static void
tori_schedule_view_reveal (ToriView *view, guint position)
{
  ToriScheduleView *self = TORI_SCHEDULE_VIEW (view);
  g_autoptr (ToriInitiative) initiative = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  tori_timeline_reveal (self->timeline, initiative);
}

static ToriInitiative *
tori_schedule_view_pick (ToriView *view, double x, double y)
{
  ToriScheduleView *self = TORI_SCHEDULE_VIEW (view);

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->timeline), x, y, &x, &y);
  return tori_timeline_pick (self->timeline, x, y);
}

static void
view_iface_init (ToriViewInterface *iface)
{
  iface->reveal = tori_schedule_view_reveal;
  iface->pick = tori_schedule_view_pick;
}

static gboolean
tori_schedule_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TORI_SCHEDULE_VIEW (widget)->timeline));
}

static void
tori_schedule_view_dispose (GObject *object)
{
  ToriScheduleView *self = TORI_SCHEDULE_VIEW (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tori_schedule_view_parent_class)->dispose (object);
}

static void
tori_schedule_view_class_init (ToriScheduleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "schedule.zoom-in" },         { GDK_KEY_equal, "schedule.zoom-in" },
    { GDK_KEY_semicolon, "schedule.zoom-in" }, /* where a Japanese keyboard has its plus */
    { GDK_KEY_KP_Add, "schedule.zoom-in" },       { GDK_KEY_minus, "schedule.zoom-out" },
    { GDK_KEY_KP_Subtract, "schedule.zoom-out" }, { GDK_KEY_0, "schedule.zoom-fit" },
    { GDK_KEY_KP_0, "schedule.zoom-fit" },
  };

  G_OBJECT_CLASS (klass)->dispose = tori_schedule_view_dispose;
  widget_class->grab_focus = tori_schedule_view_grab_focus;
  gtk_widget_class_install_action (widget_class, "schedule.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "schedule.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "schedule.zoom-fit", NULL, zoom_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tori-schedule");
}

static void
append_button (GtkBox *bar, const char *icon, const char *action, const char *words, const char *keys)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tooltip = g_strdup_printf (C_ ("tooltip", "%1$s (%2$s)"), words, keys);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (bar, button);
}

static GtkWidget *
create_bar (void)
{
  GtkBox *bar = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (GTK_WIDGET (bar), "bar");
  for (guint kind = TORI_SPAN_PLANNED; kind <= TORI_SPAN_ACTUAL; kind++)
    {
      GtkWidget *label = gtk_label_new (tori_span_words_kind ((ToriSpanKind) kind));

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_set_margin_end (label, 9);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (bar, tori_arrow_sample_new ((ToriSpanKind) kind));
      gtk_box_append (bar, label);
    }
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (bar, space);
  append_button (bar, "zoom-out-symbolic", "schedule.zoom-out", _ ("Narrower years"), _ ("Ctrl+−"));
  append_button (bar, "zoom-fit-best-symbolic", "schedule.zoom-fit", _ ("All years"), _ ("Ctrl+0"));
  append_button (bar, "zoom-in-symbolic", "schedule.zoom-in", _ ("Wider years"), _ ("Ctrl++"));
  return GTK_WIDGET (bar);
}

static void
tori_schedule_view_init (ToriScheduleView *self)
{
  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->page), create_bar ());
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
}

/**
 * tori_schedule_view_new:
 * @listing: what is shown
 * @selection: which of it is selected
 *
 * Returns: the view
 */
GtkWidget *
tori_schedule_view_new (ToriListing *listing, GtkSelectionModel *selection)
{
  ToriScheduleView *self = g_object_new (TORI_TYPE_SCHEDULE_VIEW, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GSettings) settings = tori_settings_open ();

  self->selection = g_object_ref (selection);
  self->timeline = TORI_TIMELINE (tori_timeline_new (listing, selection));
  g_signal_connect_object (self->timeline, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  update_zoom (self);
  if (settings != NULL)
    g_settings_bind (settings, "schedule-zoom", self->timeline, "zoom", G_SETTINGS_BIND_DEFAULT);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->timeline));
  gtk_box_append (GTK_BOX (self->page), scroller);
  return GTK_WIDGET (self);
}
