/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/tori-editor-subject.h"

G_BEGIN_DECLS

/* Something that can be referred to. */
typedef struct
{
  char *id;
  char *name;   /* as it is shown in a list below its group */
  char *group;  /* (nullable) */
  char *folded; /* group and name as searched for */
} ToriReference;

/**
 * ToriReferenceKind:
 * @collect: adds all that can be chosen, in order
 * @get_name: the full name of one, NULL when there is none of that id
 *
 * What a member with ids refers to.
 */
typedef struct
{
  void (*collect) (ToriEditorSubject *subject, GPtrArray *references);
  char *(*get_name) (ToriEditorSubject *subject, const char *id);
} ToriReferenceKind;

extern const ToriReferenceKind tori_reference_divisions;
extern const ToriReferenceKind tori_reference_pillars;     /* other pillars than the initiative's own */
extern const ToriReferenceKind tori_reference_initiatives; /* other initiatives */
extern const ToriReferenceKind tori_reference_items;       /* of the initiative's schedule */
extern const ToriReferenceKind tori_reference_topics;      /* of the year's entry */
extern const ToriReferenceKind tori_reference_attachments;

GPtrArray *tori_reference_kind_collect (const ToriReferenceKind *kind, ToriEditorSubject *subject);

G_END_DECLS
