/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-reference-kind.h"

#include <glib/gi18n.h>

#include "model/tori-attachment.h"
#include "model/tori-charge.h"
#include "model/tori-department.h"
#include "model/tori-fold.h"
#include "model/tori-item.h"
#include "model/tori-label.h"
#include "model/tori-topic.h"

/* What the members with ids refer to: how it is listed, and how it is called. */

static void
reference_free (gpointer data)
{
  ToriReference *reference = data;

  g_free (reference->id);
  g_free (reference->name);
  g_free (reference->group);
  g_free (reference->folded);
  g_free (reference);
}

static void
add (GPtrArray *references, gpointer record, char *name, const char *group)
{
  ToriReference *reference = g_new (ToriReference, 1);
  g_autofree char *whole = g_strconcat (group == NULL ? "" : group, name, NULL);

  reference->id = g_strdup (tori_record_get_id (record));
  reference->name = name;
  reference->group = g_strdup (group);
  reference->folded = tori_fold (whole);
  g_ptr_array_add (references, reference);
}

static gpointer
find (ToriEditorSubject *subject, GType type, const char *id)
{
  return tori_plan_find (tori_editor_subject_get_plan (subject), type, id);
}

/* --- Divisions, of the departments as they are in the year -----------------------------------------------
 */

static void
collect_divisions (ToriEditorSubject *subject, GPtrArray *references)
{
  ToriList *departments = tori_plan_get_departments (tori_editor_subject_get_plan (subject));

  for (guint i = 0; i < tori_list_get_length (departments); i++)
    {
      ToriDepartment *department = tori_list_get (departments, i);
      ToriList *divisions = tori_department_get_divisions (department);

      for (guint j = 0; j < tori_list_get_length (divisions); j++)
        {
          ToriDivision *division = tori_list_get (divisions, j);

          if (tori_charge_is_valid (division, tori_editor_subject_get_year (subject)))
            add (references, division, g_strdup (tori_division_get_name (division)),
                 tori_department_get_name (department));
        }
    }
}

static char *
name_division (ToriEditorSubject *subject, const char *id)
{
  ToriDivision *division = find (subject, TORI_TYPE_DIVISION, id);

  return division == NULL ? NULL : tori_label_division (division);
}

const ToriReferenceKind tori_reference_divisions = { collect_divisions, name_division };

/* --- Pillars and initiatives ------------------------------------------------------------------------------
 */

static char *
describe_pillar (ToriPillar *pillar)
{
  g_autofree char *label = tori_label_pillar (pillar);

  return g_strdup_printf ("%s %s", label, tori_pillar_get_title (pillar));
}

static void
collect_pillars (ToriEditorSubject *subject, GPtrArray *references)
{
  ToriList *pillars = tori_plan_get_pillars (tori_editor_subject_get_plan (subject));
  ToriRecord *own = tori_record_get_parent (TORI_RECORD (tori_editor_subject_get_initiative (subject)));

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    if (tori_list_get (pillars, i) != own)
      add (references, tori_list_get (pillars, i), describe_pillar (tori_list_get (pillars, i)), NULL);
}

static char *
name_pillar (ToriEditorSubject *subject, const char *id)
{
  ToriPillar *pillar = find (subject, TORI_TYPE_PILLAR, id);

  return pillar == NULL ? NULL : describe_pillar (pillar);
}

const ToriReferenceKind tori_reference_pillars = { collect_pillars, name_pillar };

static char *
describe_initiative (ToriInitiative *initiative)
{
  return g_strdup_printf ("%s %s", tori_initiative_get_number (initiative),
                          tori_initiative_get_title (initiative));
}

static void
collect_initiatives (ToriEditorSubject *subject, GPtrArray *references)
{
  ToriList *pillars = tori_plan_get_pillars (tori_editor_subject_get_plan (subject));
  ToriInitiative *own = tori_editor_subject_get_initiative (subject);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));
      g_autofree char *group = describe_pillar (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        if (tori_list_get (initiatives, j) != own)
          add (references, tori_list_get (initiatives, j),
               describe_initiative (tori_list_get (initiatives, j)), group);
    }
}

static char *
name_initiative (ToriEditorSubject *subject, const char *id)
{
  ToriInitiative *initiative = find (subject, TORI_TYPE_INITIATIVE, id);

  return initiative == NULL ? NULL : describe_initiative (initiative);
}

const ToriReferenceKind tori_reference_initiatives = { collect_initiatives, name_initiative };

/* --- Schedule items and topics ----------------------------------------------------------------------------
 */

static char *
describe_item (ToriItem *item)
{
  const char *text = tori_item_get_item (item);
  guint position = 0;

  if (*text != '\0')
    return g_strdup (text);
  tori_list_find (tori_record_get_list (TORI_RECORD (item)), item, &position);
  /* Translators: names an item of the schedule that has no text, by its place. */
  return g_strdup_printf (_ ("Item %u (no text)"), position + 1);
}

static void
collect_items (ToriEditorSubject *subject, GPtrArray *references)
{
  ToriList *items = tori_initiative_get_schedule (tori_editor_subject_get_initiative (subject));

  for (guint i = 0; i < tori_list_get_length (items); i++)
    add (references, tori_list_get (items, i), describe_item (tori_list_get (items, i)), NULL);
}

static char *
name_item (ToriEditorSubject *subject, const char *id)
{
  ToriList *items = tori_initiative_get_schedule (tori_editor_subject_get_initiative (subject));
  ToriItem *item = tori_list_find_id (items, id);

  return item == NULL ? NULL : describe_item (item);
}

const ToriReferenceKind tori_reference_items = { collect_items, name_item };

static char *
describe_topic (ToriTopic *topic)
{
  const char *title = tori_topic_get_title (topic);
  guint position = 0;

  if (*title != '\0')
    return g_strdup (title);
  tori_list_find (tori_record_get_list (TORI_RECORD (topic)), topic, &position);
  /* Translators: names a topic of the year's entry that has no title yet, by its place. */
  return g_strdup_printf (_ ("Topic %u (no title)"), position + 1);
}

static void
collect_topics (ToriEditorSubject *subject, GPtrArray *references)
{
  ToriEntry *entry = tori_editor_subject_get_entry (subject);
  ToriList *topics = entry == NULL ? NULL : tori_entry_get_topics (entry);

  for (guint i = 0; topics != NULL && i < tori_list_get_length (topics); i++)
    add (references, tori_list_get (topics, i), describe_topic (tori_list_get (topics, i)), NULL);
}

static char *
name_topic (ToriEditorSubject *subject, const char *id)
{
  ToriEntry *entry = tori_editor_subject_get_entry (subject);
  ToriTopic *topic = entry == NULL ? NULL : tori_list_find_id (tori_entry_get_topics (entry), id);

  return topic == NULL ? NULL : describe_topic (topic);
}

const ToriReferenceKind tori_reference_topics = { collect_topics, name_topic };

/* --- Attachments ------------------------------------------------------------------------------------------
 */

static char *
describe_attachment (ToriAttachment *attachment)
{
  /* Translators: an attachment of the report (別紙) by its number and title. */
  return g_strdup_printf (_ ("Attachment %d %s"), tori_attachment_get_number (attachment),
                          tori_attachment_get_title (attachment));
}

static void
collect_attachments (ToriEditorSubject *subject, GPtrArray *references)
{
  ToriList *attachments = tori_plan_get_attachments (tori_editor_subject_get_plan (subject));

  for (guint i = 0; i < tori_list_get_length (attachments); i++)
    add (references, tori_list_get (attachments, i), describe_attachment (tori_list_get (attachments, i)),
         NULL);
}

static char *
name_attachment (ToriEditorSubject *subject, const char *id)
{
  ToriAttachment *attachment = find (subject, TORI_TYPE_ATTACHMENT, id);

  return attachment == NULL ? NULL : describe_attachment (attachment);
}

const ToriReferenceKind tori_reference_attachments = { collect_attachments, name_attachment };

/**
 * tori_reference_kind_collect:
 * @kind: a kind
 * @subject: what the editor shows
 *
 * Returns: (transfer full) (element-type ToriReference): all that can be chosen now, in order
 */
GPtrArray *
tori_reference_kind_collect (const ToriReferenceKind *kind, ToriEditorSubject *subject)
{
  GPtrArray *references = g_ptr_array_new_with_free_func (reference_free);

  kind->collect (subject, references);
  return references;
}
