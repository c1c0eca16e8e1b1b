/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid-row.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "ui/tori-schedule-grid-columns.h"

/* One schedule item: its text, and beside it its lanes; where that is too narrow, above them. */
struct _ToriScheduleGridRow
{
  GtkWidget parent_instance;

  ToriHistory *history;
  ToriItem *item;
  int first;
  int last;
  gboolean refreshing;

  GtkWidget *head;
  GtkWidget *text;
  GtkWidget *lanes;
};

G_DEFINE_FINAL_TYPE (ToriScheduleGridRow, tori_schedule_grid_row, GTK_TYPE_WIDGET)

#define SPACING 6

static GtkSizeRequestMode
tori_schedule_grid_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

static void
tori_schedule_grid_row_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  ToriScheduleGridRow *self = TORI_SCHEDULE_GRID_ROW (widget);
  const int enough = tori_schedule_grid_columns_get_natural (widget, self->first, self->last);
  int head, lanes, width, share;

  gtk_widget_measure (self->head, GTK_ORIENTATION_HORIZONTAL, -1, &head, NULL, NULL, NULL);
  gtk_widget_measure (self->lanes, GTK_ORIENTATION_HORIZONTAL, -1, &lanes, NULL, NULL, NULL);
  *minimum = MAX (head, lanes);
  *natural = MAX (*minimum, enough);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  width = for_size < 0 ? *natural : MAX (*minimum, for_size);
  share = tori_schedule_grid_columns_get_head (widget, self->first, self->last, width);
  if (share > 0)
    *minimum = MAX (measure_height (self->head, share), measure_height (self->lanes, width - share));
  else
    *minimum = measure_height (self->head, width) + SPACING / 2 + measure_height (self->lanes, width);
  *natural = *minimum;
}

static void
tori_schedule_grid_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ToriScheduleGridRow *self = TORI_SCHEDULE_GRID_ROW (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int share = tori_schedule_grid_columns_get_head (widget, self->first, self->last, width);
  GtkAllocation head = { 0, 0, share > 0 ? share - SPACING : width, 0 };
  GtkAllocation lanes = { 0, 0, width - share, height };

  head.height = measure_height (self->head, head.width);
  if (share == 0)
    {
      lanes.y = head.height + SPACING / 2;
      lanes.height = height - lanes.y;
    }
  else if (mirrored)
    head.x = lanes.width + SPACING;
  else
    lanes.x = share;
  gtk_widget_size_allocate (self->head, &head, -1);
  gtk_widget_size_allocate (self->lanes, &lanes, -1);
}

/* --- The text --- */

static void
show_text (ToriScheduleGridRow *self)
{
  const char *text = tori_item_get_item (self->item);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->text)), text))
    return;
  self->refreshing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->refreshing = FALSE;
}

static void
label_lanes (ToriScheduleGridRow *self)
{
  const char *text = tori_item_get_item (self->item);
  /* Translators: spoken; the lanes with the phases of one schedule item; %s is the item's text. */
  g_autofree char *spoken = g_strdup_printf (_ ("Phases of %s"), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lanes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: spoken; the lanes of a schedule item that has no text. */
                                  *text == '\0' ? _ ("Phases of an item without text") : spoken, -1);
}

static void
text_changed_cb (ToriScheduleGridRow *self)
{
  show_text (self);
  label_lanes (self);
}

/* The whole text, for when the field is too short for it. */
static gboolean
query_tooltip_cb (ToriScheduleGridRow *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = tori_item_get_item (self->item);

  gtk_tooltip_set_text (tooltip, text);
  return *text != '\0';
}

static void
typed_cb (ToriScheduleGridRow *self)
{
  if (!self->refreshing)
    tori_history_type (self->history, TORI_STEP_ITEM, self->item, "item",
                       gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static void
left_text_cb (ToriScheduleGridRow *self)
{
  tori_history_end_run (self->history);
}

/* --- What can be done to the item --- */

static void
move (ToriScheduleGridRow *self, int by)
{
  ToriList *list = tori_record_get_list (TORI_RECORD (self->item));
  guint position;

  if (list != NULL && tori_list_find (list, self->item, &position)
      && (by > 0 ? position + 1 < tori_list_get_length (list) : position > 0))
    tori_edit_move (self->history, TORI_STEP_MOVE_ITEM, self->item, list, (guint) ((int) position + by));
}

static void
move_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (TORI_SCHEDULE_GRID_ROW (widget), -1);
}

static void
move_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (TORI_SCHEDULE_GRID_ROW (widget), 1);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridRow *self = TORI_SCHEDULE_GRID_ROW (widget);

  tori_edit_remove (self->history, TORI_STEP_REMOVE_ITEM, self->item);
}

/* From outside of the lanes the new one comes last. */
static void
add_lane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGridRow *self = TORI_SCHEDULE_GRID_ROW (widget);
  ToriScheduleGridLanes *lanes = TORI_SCHEDULE_GRID_LANES (self->lanes);

  tori_schedule_grid_lanes_focus (lanes, tori_schedule_grid_lanes_get_n_lanes (lanes) - 1, G_MAXINT);
  gtk_widget_activate_action (self->lanes, "schedule.add-lane", NULL);
}

static GMenu *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  /* Translators: menu of a schedule item. */
  g_menu_append (places, _ ("Move _Up"), "item.move-up");
  /* Translators: menu of a schedule item. */
  g_menu_append (places, _ ("Move _Down"), "item.move-down");
  /* Translators: menu of a schedule item; a lane is one of its parallel lines of arrows. */
  g_menu_append (others, _ ("Add _Lane"), "item.add-lane");
  /* Translators: menu; removes a schedule item. */
  g_menu_append (others, _ ("_Remove Item"), "item.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return menu;
}

static void
make_head (ToriScheduleGridRow *self)
{
  g_autoptr (GMenu) menu = make_menu ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  GtkWidget *more = gtk_menu_button_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING / 2);
  self->text = gtk_entry_new ();
  pango_attr_list_insert (attributes, pango_attr_language_new (pango_language_from_string ("ja")));
  gtk_entry_set_attributes (GTK_ENTRY (self->text), attributes);
  pango_attr_list_unref (attributes);
  gtk_widget_set_hexpand (self->text, TRUE);
  /* Translators: in the empty field of a schedule item's text. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), _ ("Schedule item"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Schedule item"), -1);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE); /* by keys: Insert in the lanes, or the menu */
  gtk_widget_set_tooltip_text (button, _ ("Add lane"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: button; a lane is one of the parallel lines of arrows of a
                                   * schedule item. */
                                  _ ("Add lane"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "item.add-lane");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (more), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_tooltip_text (more, _ ("More about this item"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: button; opens the menu of a schedule item. */
                                  _ ("More about this item"), -1);

  gtk_box_append (GTK_BOX (self->head), gtk_label_new ("□"));
  gtk_box_append (GTK_BOX (self->head), self->text);
  gtk_box_append (GTK_BOX (self->head), button);
  gtk_box_append (GTK_BOX (self->head), more);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
tori_schedule_grid_row_dispose (GObject *object)
{
  ToriScheduleGridRow *self = TORI_SCHEDULE_GRID_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->lanes, gtk_widget_unparent);
  g_clear_object (&self->history);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tori_schedule_grid_row_parent_class)->dispose (object);
}

static void
tori_schedule_grid_row_class_init (ToriScheduleGridRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_schedule_grid_row_dispose;
  widget_class->get_request_mode = tori_schedule_grid_row_get_request_mode;
  widget_class->measure = tori_schedule_grid_row_measure;
  widget_class->size_allocate = tori_schedule_grid_row_size_allocate;

  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, move_up_action);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, move_down_action);
  gtk_widget_class_install_action (widget_class, "item.add-lane", NULL, add_lane_action);
  gtk_widget_class_install_action (widget_class, "item.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move-down", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tori_schedule_grid_row_init (ToriScheduleGridRow *self)
{
  make_head (self);
}

/**
 * tori_schedule_grid_row_new:
 * @history: the history of the plan
 * @item: one of the plan's schedule items
 *
 * Returns: (transfer floating): the item's row, to be given years
 */
GtkWidget *
tori_schedule_grid_row_new (ToriHistory *history, ToriItem *item)
{
  ToriScheduleGridRow *self = g_object_new (TORI_TYPE_SCHEDULE_GRID_ROW, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->history = g_object_ref (history);
  self->item = g_object_ref (item);
  self->lanes = tori_schedule_grid_lanes_new (history, item);
  gtk_widget_set_parent (self->lanes, GTK_WIDGET (self));
  text_changed_cb (self);
  g_signal_connect_swapped (item, "notify::item", G_CALLBACK (text_changed_cb), self);
  gtk_widget_set_has_tooltip (self->text, TRUE);
  g_signal_connect_swapped (self->text, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_text_cb), self);
  gtk_widget_add_controller (self->text, focus);
  return GTK_WIDGET (self);
}

ToriItem *
tori_schedule_grid_row_get_item (ToriScheduleGridRow *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_ROW (self), NULL);

  return self->item;
}

/**
 * tori_schedule_grid_row_get_lanes:
 * @self: a row
 *
 * Returns: (transfer none): its lanes
 */
ToriScheduleGridLanes *
tori_schedule_grid_row_get_lanes (ToriScheduleGridRow *self)
{
  g_return_val_if_fail (TORI_IS_SCHEDULE_GRID_ROW (self), NULL);

  return TORI_SCHEDULE_GRID_LANES (self->lanes);
}

/**
 * tori_schedule_grid_row_set_years:
 * @self: a row
 * @first: the year of the first column
 * @last: the year of the last column
 * @year: the shown year
 */
void
tori_schedule_grid_row_set_years (ToriScheduleGridRow *self, int first, int last, int year)
{
  g_return_if_fail (TORI_IS_SCHEDULE_GRID_ROW (self));

  self->first = first;
  self->last = last;
  tori_schedule_grid_lanes_set_years (TORI_SCHEDULE_GRID_LANES (self->lanes), first, last, year);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * tori_schedule_grid_row_update_place:
 * @self: a row
 *
 * To be called when the item's place among the others has changed.
 */
void
tori_schedule_grid_row_update_place (ToriScheduleGridRow *self)
{
  ToriList *list;
  guint position = 0;

  g_return_if_fail (TORI_IS_SCHEDULE_GRID_ROW (self));

  list = tori_record_get_list (TORI_RECORD (self->item));
  if (list == NULL || !tori_list_find (list, self->item, &position))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "item.move-down",
                                 position + 1 < tori_list_get_length (list));
}

/**
 * tori_schedule_grid_row_focus_text:
 * @self: a row
 *
 * Puts the cursor into the item's text.
 */
void
tori_schedule_grid_row_focus_text (ToriScheduleGridRow *self)
{
  g_return_if_fail (TORI_IS_SCHEDULE_GRID_ROW (self));

  gtk_widget_grab_focus (self->text);
}
