"""A small community and its objects, for the parts that need no more."""

import uuid

COLLECTION = "c6a0d6b2-13f8-4b0e-9d6b-8f5a2e7c4d31"
YAML = """
kind: Member
id: vendor
name: Vendor
status: active
org_kind: private
seat: [FR]
handles_up_to: RED
---
kind: Credential
id: vendor/feed
reader: internal
acts_as: ext-direct
ceiling: RED
roles: [publisher, consumer]
---
kind: Member
id: soc
name: SOC
status: active
org_kind: private
seat: [DE]
handles_up_to: RED
---
kind: Credential
id: soc/siem
reader: internal
acts_as: ext-direct
ceiling: RED
roles: [consumer]
---
kind: Collection
id: %s
api_root: exchange
title: Indicators
alias: indicators
readers: [{all: members}]
writers: [{org: vendor}]
accepts: AMBER
unmarked: GREEN
history: all
""" % COLLECTION

MEMBER = """
---
kind: Member
id: %(id)s
name: %(id)s
status: active
org_kind: private
seat: [FR]
handles_up_to: RED
---
kind: Credential
id: %(id)s/tool
reader: internal
acts_as: ext-direct
ceiling: RED
roles: [publisher, consumer]
"""


def members(names):
    """Members that each have a credential `NAME/tool`, which may do everything."""
    return "".join(MEMBER % {"id": name} for name in names)


def indicator(number, name="", modified="2026-03-01T00:00:00.000Z", identifier=None):
    return {
        "type": "indicator", "spec_version": "2.1",
        "id": identifier or "indicator--" + str(uuid.UUID(int=number + (1 << 80), version=4)),
        "created": "2026-03-01T00:00:00.000Z", "modified": modified,
        "name": name or "number %d" % number,
        "pattern": "[ipv4-addr:value = '198.51.100.%d']" % (number % 256),
        "pattern_type": "stix", "valid_from": "2026-03-01T00:00:00Z"}
