/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-preview-private.h"

#include <glib/gi18n.h>

#include "report/tori-paper-words.h"
#include "report/tori-report.h"
#include "ui/tori-help-window.h"
#include "ui/tori-page-thumbnails.h"
#include "ui/tori-report-words.h"
#include "ui/tori-settings.h"

/*
 * The pages as they will be printed, with the options beside them; from here everything is printed and
 * exported. It follows the plan and the options: a change of words is set anew in the rows that show it,
 * anything else lays the report out anew, once before the next frame however much has changed.
 */

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ToriPreviewWindow, tori_preview_window, ADW_TYPE_WINDOW)

/* --- What is said about the pages ---------------------------------------------------------------------- */

static void
show_extent (ToriPreviewWindow *self)
{
  const ToriReportOptions *options = tori_report_settings_get (self->settings);
  const guint n = tori_page_viewer_get_n_pages (self->viewer);
  const gboolean complete = tori_page_viewer_get_complete (self->viewer);
  const gboolean any = tori_page_viewer_get_pages (self->viewer) != NULL;
  g_autofree char *extent = any ? tori_report_words_extent (options, n, complete) : NULL;
  /* Translators: after the number of the page: how many there are; while they are counted, at least. */
  g_autofree char *count = g_strdup_printf (complete ? C_ ("pages", "/ %u") : C_ ("pages", "/ %u+"), n);

  adw_window_title_set_title (self->title, tori_report_words_kind (options->kind));
  adw_window_title_set_subtitle (self->title, any ? extent : "");
  gtk_label_set_label (self->count_label, any ? count : "");
}

static void
show_page (ToriPreviewWindow *self)
{
  g_autofree char *number = g_strdup_printf ("%u", tori_page_viewer_get_page (self->viewer) + 1);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
}

static void
show_zoom (ToriPreviewWindow *self)
{
  /* Translators: how large the pages are on the screen, in per cent. */
  g_autofree char *label =
      g_strdup_printf (C_ ("zoom", "%.0f %%"), 100 * tori_page_viewer_get_zoom (self->viewer));

  gtk_menu_button_set_label (self->zoom_button, label);
  tori_preview_window_update_actions (self);
}

/* A number in narrow or wide figures. */
static void
page_entry_cb (ToriPreviewWindow *self)
{
  g_autofree char *text =
      g_utf8_normalize (gtk_editable_get_text (GTK_EDITABLE (self->page_entry)), -1, G_NORMALIZE_ALL_COMPOSE);
  guint64 page;

  if (g_ascii_string_to_unsigned (g_strstrip (text), 10, 1, G_MAXUINT, &page, NULL))
    tori_page_viewer_set_page (self->viewer, (guint) page - 1);
  show_page (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->viewer));
}

/* --- Laying out ----------------------------------------------------------------------------------------- */

static void
show_problem (ToriPreviewWindow *self, const GError *error)
{
  g_autofree char *description = tori_preview_window_describe_error (error);

  adw_status_page_set_description (self->problem, description);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static gboolean
lay_out_cb (gpointer data)
{
  ToriPreviewWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ToriPages) pages = NULL;

  self->layout_id = 0;
  tori_report_panel_follow (self->panel);
  g_clear_handle_id (&self->layout_id, g_source_remove); /* if that has changed the options */
  pages = tori_report_lay_out (self->plan, tori_report_settings_get (self->settings), &error);
  tori_page_viewer_set_pages (self->viewer, pages);
  if (pages == NULL)
    show_problem (self, error);
  else
    gtk_stack_set_visible_child_name (self->stack, "pages");
  show_extent (self);
  tori_preview_window_update_actions (self);
  return G_SOURCE_REMOVE;
}

/* Before anything is drawn, and before the pages that are wrong now go on being made. */
static void
queue_layout (ToriPreviewWindow *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lay_out_cb, self, NULL);
}

static void
plan_changed_cb (ToriPreviewWindow *self, ToriRecord *changed, const ToriField *field)
{
  ToriPages *pages = tori_page_viewer_get_pages (self->viewer);

  if (self->layout_id != 0)
    return;
  if (pages == NULL || pages == self->lent || !tori_page_viewer_update (self->viewer, changed, field))
    queue_layout (self);
}

static void
open_cb (ToriPreviewWindow *self, ToriRecord *record, const char *property)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, record, property);
}

/* --- Actions -------------------------------------------------------------------------------------------- */

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_preview_window_print (TORI_PREVIEW_WINDOW (widget));
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_preview_window_export (TORI_PREVIEW_WINDOW (widget));
}

static void
export_departments_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_preview_window_export_all (TORI_PREVIEW_WINDOW (widget), TORI_REPORT_DEPARTMENT);
}

static void
export_divisions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_preview_window_export_all (TORI_PREVIEW_WINDOW (widget), TORI_REPORT_DIVISION);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriPreviewWindow *self = TORI_PREVIEW_WINDOW (widget);

  if (self->job != NULL)
    tori_report_job_cancel (self->job);
}

static void
show_file_cb (GtkWidget *widget, const char *name, GVariant *uri)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (uri, NULL), GDK_CURRENT_TIME);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_viewer_zoom_in (TORI_PREVIEW_WINDOW (widget)->viewer);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_viewer_zoom_out (TORI_PREVIEW_WINDOW (widget)->viewer);
}

static void
zoom_original_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_viewer_set_zoom (TORI_PREVIEW_WINDOW (widget)->viewer, 1);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriPreviewWindow *self = TORI_PREVIEW_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
find_next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_finder_next (TORI_PREVIEW_WINDOW (widget)->finder);
}

static void
find_previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_page_finder_previous (TORI_PREVIEW_WINDOW (widget)->finder);
}

static void
go_to_page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TORI_PREVIEW_WINDOW (widget)->page_entry));
}

static void
toggle (GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
thumbnails_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (TORI_PREVIEW_WINDOW (widget)->thumbnails_button);
}

static void
options_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (TORI_PREVIEW_WINDOW (widget)->options_button);
}

/* Ends the search first, and the window when there is none. */
static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriPreviewWindow *self = TORI_PREVIEW_WINDOW (widget);

  if (gtk_search_bar_get_search_mode (self->find_bar))
    gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* What can be done now. While an input method composes, its keys find every action switched off. */
void
tori_preview_window_update_actions (ToriPreviewWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean ready = !tori_composing_get_active (self->composing);
  const gboolean pages = ready && tori_page_viewer_get_pages (self->viewer) != NULL;
  const gboolean idle = pages && self->job == NULL;
  const double zoom = tori_page_viewer_get_zoom (self->viewer);
  static const char *const outputs[] = { "preview.print", "preview.export", "preview.export-departments",
                                         "preview.export-divisions" };
  static const char *const always[] = { "preview.leave",      "preview.thumbnails",    "preview.options",
                                        "preview.go-to-page", "preview.zoom-original", "preview.find" };

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    gtk_widget_action_set_enabled (widget, outputs[i], idle);
  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    gtk_widget_action_set_enabled (widget, always[i], ready);
  gtk_widget_action_set_enabled (widget, "preview.cancel",
                                 self->job != NULL && !tori_report_job_get_cancelled (self->job));
  gtk_widget_action_set_enabled (widget, "preview.zoom-in", pages && zoom < TORI_PAGE_ZOOM_MAX);
  gtk_widget_action_set_enabled (widget, "preview.zoom-out", pages && zoom > TORI_PAGE_ZOOM_MIN);
}

/* In the bubble phase: the input method and the fields have every key first. */
static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "preview.export" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "preview.find" },
    { GDK_KEY_l, GDK_CONTROL_MASK, "preview.go-to-page" },
    { GDK_KEY_g, GDK_CONTROL_MASK, "preview.find-next" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "preview.find-previous" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-original" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.zoom-original" },
    { GDK_KEY_F9, 0, "preview.thumbnails" },
    { GDK_KEY_F9, GDK_ALT_MASK, "preview.options" },
    { GDK_KEY_Escape, 0, "preview.leave" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "win.save" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
add_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "preview.print", NULL, print_cb },
    { "preview.export", NULL, export_cb },
    { "preview.export-departments", NULL, export_departments_cb },
    { "preview.export-divisions", NULL, export_divisions_cb },
    { "preview.cancel", NULL, cancel_cb },
    { "preview.show-file", "s", show_file_cb },
    { "preview.zoom-in", NULL, zoom_in_cb },
    { "preview.zoom-out", NULL, zoom_out_cb },
    { "preview.zoom-original", NULL, zoom_original_cb },
    { "preview.find", NULL, find_cb },
    { "preview.find-next", NULL, find_next_cb },
    { "preview.find-previous", NULL, find_previous_cb },
    { "preview.go-to-page", NULL, go_to_page_cb },
    { "preview.thumbnails", NULL, thumbnails_cb },
    { "preview.options", NULL, options_cb },
    { "preview.leave", NULL, leave_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].parameter, actions[i].activate);
}

/* The zoom of the viewer as states of the menu. */
static void
add_zoom (ToriPreviewWindow *self)
{
  static const double levels[] = { 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4 };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) fit = g_property_action_new ("fit", self->viewer, "fit");
  g_autoptr (GPropertyAction) zoom = g_property_action_new ("zoom", self->viewer, "zoom");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (fit));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (zoom));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "pages", G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *label = g_strdup_printf (C_ ("zoom", "%.0f %%"), 100 * levels[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "pages.zoom", "d", levels[i]);
      g_menu_append_item (self->zoom_levels, item);
    }
}

/* --- What the window was like --------------------------------------------------------------------------- */

static void
restore_state (ToriPreviewWindow *self)
{
  g_autoptr (GSettings) settings = tori_settings_open ();

  gtk_window_set_default_size (GTK_WINDOW (self), 1180, 820);
  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "preview-width"),
                               g_settings_get_int (settings, "preview-height"));
  adw_flap_set_reveal_flap (self->thumbnails_flap,
                            g_settings_get_boolean (settings, "preview-thumbnails-shown"));
  adw_flap_set_reveal_flap (self->options_flap, g_settings_get_boolean (settings, "preview-options-shown"));
}

/* What the window hides because it is narrow is not remembered as hidden. */
static void
store_flap (GSettings *settings, const char *key, AdwFlap *flap)
{
  if (!adw_flap_get_folded (flap))
    g_settings_set_boolean (settings, key, adw_flap_get_reveal_flap (flap));
}

static void
store_state (ToriPreviewWindow *self)
{
  g_autoptr (GSettings) settings = tori_settings_open ();
  int width, height;

  tori_report_settings_store (self->settings);
  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "preview-width", MAX (width, 360));
  g_settings_set_int (settings, "preview-height", MAX (height, 300));
  store_flap (settings, "preview-thumbnails-shown", self->thumbnails_flap);
  store_flap (settings, "preview-options-shown", self->options_flap);
}

/* --- The class ------------------------------------------------------------------------------------------ */

static gboolean
tori_preview_window_close_request (GtkWindow *window)
{
  ToriPreviewWindow *self = TORI_PREVIEW_WINDOW (window);

  store_state (self);
  if (self->job != NULL)
    tori_report_job_cancel (self->job);
  return GTK_WINDOW_CLASS (tori_preview_window_parent_class)->close_request (window);
}

static void
tori_preview_window_dispose (GObject *object)
{
  ToriPreviewWindow *self = TORI_PREVIEW_WINDOW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      tori_report_job_cancel (self->job);
    }
  g_clear_object (&self->job);
  g_clear_object (&self->lent);
  g_clear_object (&self->finder);
  g_clear_object (&self->composing);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_object (&self->settings);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (tori_preview_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, title);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, toasts);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, print_button);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, export_button);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, find_button);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, options_button);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, thumbnails_button);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, thumbnails_flap);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, thumbnails_bin);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, options_flap);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, options_bin);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, find_bar);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, find_entry);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, find_label);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, stack);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, viewer);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, problem);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, job_box);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, job_label);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, job_bar);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, page_entry);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, count_label);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, zoom_button);
  gtk_widget_class_bind_template_child (klass, ToriPreviewWindow, zoom_levels);
  gtk_widget_class_bind_template_callback (klass, page_entry_cb);
}

static void
tori_preview_window_class_init (ToriPreviewWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_preview_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tori_preview_window_close_request;

  /**
   * ToriPreviewWindow::open:
   * @self: a preview
   * @record: a record of the plan
   * @property: (nullable): one of its properties
   *
   * The user wants to see where that is written.
   */
  signals[SIGNAL_OPEN] = g_signal_new ("open", TORI_TYPE_PREVIEW_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, TORI_TYPE_RECORD, G_TYPE_STRING);

  g_type_ensure (TORI_TYPE_PAGE_VIEWER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-preview-window.ui");
  bind_template (widget_class);
  add_actions (widget_class);
  add_keys (widget_class);
  tori_help_bind (widget_class, "printing");
}

static void
tori_preview_window_init (ToriPreviewWindow *self)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "tori-preview");
  self->composing = tori_composing_new (GTK_WINDOW (self));
  g_object_bind_property (self->thumbnails_flap, "reveal-flap", self->thumbnails_button, "active", both);
  g_object_bind_property (self->options_flap, "reveal-flap", self->options_button, "active", both);
  g_object_bind_property (self->find_bar, "search-mode-enabled", self->find_button, "active", both);
  tori_preview_window_set_up_find (self);
  add_zoom (self);
  restore_state (self);
}

/* The titles that boxes for approval begin with, in the language of the plan. */
static ToriReportSettings *
create_settings (ToriPlan *plan, int year)
{
  const char *const titles[] = { tori_paper_words_get (plan, "Department head"),
                                 tori_paper_words_get (plan, "Director"),
                                 tori_paper_words_get (plan, "Section chief"),
                                 tori_paper_words_get (plan, "Staff"), NULL };

  return tori_report_settings_new (year, titles);
}

static void
connect (ToriPreviewWindow *self)
{
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (queue_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "notify::n-pages", G_CALLBACK (show_extent), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "notify::complete", G_CALLBACK (show_extent), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "notify::page", G_CALLBACK (show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "notify::zoom", G_CALLBACK (show_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->viewer, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->composing, "notify::active", G_CALLBACK (tori_preview_window_update_actions),
                           self, G_CONNECT_SWAPPED);
}

/**
 * tori_preview_window_new:
 * @plan: the plan that is printed
 * @year: the fiscal year to begin with
 *
 * Returns: a preview of the table, as tables were laid out last
 */
GtkWindow *
tori_preview_window_new (ToriPlan *plan, int year)
{
  ToriPreviewWindow *self;

  g_return_val_if_fail (TORI_IS_PLAN (plan), NULL);

  self = g_object_new (TORI_TYPE_PREVIEW_WINDOW, NULL);
  self->plan = g_object_ref (plan);
  self->settings = create_settings (plan, year);
  self->panel = TORI_REPORT_PANEL (tori_report_panel_new (plan, self->settings));
  adw_bin_set_child (self->thumbnails_bin, tori_page_thumbnails_new (self->viewer));
  adw_bin_set_child (self->options_bin, GTK_WIDGET (self->panel));
  connect (self);
  lay_out_cb (self);
  show_page (self);
  show_zoom (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->viewer));
  return GTK_WINDOW (self);
}

/**
 * tori_preview_window_choose:
 * @self: a preview
 * @group: (nullable): what the main window shows
 *
 * Shows the summary of a department or division if the main window shows one.
 */
void
tori_preview_window_choose (ToriPreviewWindow *self, ToriGroup *group)
{
  const ToriGroupKind kind = group == NULL ? TORI_GROUP_ALL : tori_group_get_kind (group);

  g_return_if_fail (TORI_IS_PREVIEW_WINDOW (self));

  if (kind == TORI_GROUP_DEPARTMENT || kind == TORI_GROUP_DIVISION)
    tori_report_settings_choose (
        self->settings, kind == TORI_GROUP_DEPARTMENT ? TORI_REPORT_DEPARTMENT : TORI_REPORT_DIVISION,
        tori_record_get_id (tori_group_get_record (group)));
}

/**
 * tori_preview_window_offer_export:
 * @self: a preview
 *
 * Goes to the button that exports.
 */
void
tori_preview_window_offer_export (ToriPreviewWindow *self)
{
  g_return_if_fail (TORI_IS_PREVIEW_WINDOW (self));

  gtk_widget_grab_focus (self->export_button);
}

ToriReportSettings *
tori_preview_window_get_settings (ToriPreviewWindow *self)
{
  g_return_val_if_fail (TORI_IS_PREVIEW_WINDOW (self), NULL);

  return self->settings;
}

ToriPageViewer *
tori_preview_window_get_viewer (ToriPreviewWindow *self)
{
  g_return_val_if_fail (TORI_IS_PREVIEW_WINDOW (self), NULL);

  return self->viewer;
}

/**
 * tori_preview_window_get_job:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what is being printed or written at the moment
 */
ToriReportJob *
tori_preview_window_get_job (ToriPreviewWindow *self)
{
  g_return_val_if_fail (TORI_IS_PREVIEW_WINDOW (self), NULL);

  return self->job;
}
