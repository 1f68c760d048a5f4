#!/bin/bash
echo "$word $address $fixed"
